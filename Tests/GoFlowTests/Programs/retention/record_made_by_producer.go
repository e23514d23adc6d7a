// answer: no (handed-over)
// reason: The producer makes a record for each send.

package p

import "fmt"

type record struct {
	id     int
	fields []string
}

func Main() {
	out := make(chan *record)
	go func() {
		for i := range 10 {
			r := &record{}
			r.id = i // A
			out <- r
		}
		close(out)
	}()
	for r := range out {
		fmt.Println(r.id) // B
	}
}
