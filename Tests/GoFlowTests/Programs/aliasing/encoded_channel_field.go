// answer: no (other-memory)
// reason: An encoder looks into no channel: what lies in it is the goroutine's.

package p

import "encoding/gob"

type Feed struct {
	Name  string
	Queue chan []string
}

func Encode(e *gob.Encoder, name string) error {
	f := &Feed{Name: name, Queue: make(chan []string, 1)}
	lines := []string{"first", "second"}
	f.Queue <- lines
	go func() {
		lines := <-f.Queue
		lines[0] = "last" // A
		f.Queue <- lines
	}()
	return e.Encode(f) // B
}
