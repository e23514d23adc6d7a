// answer: no (before-signal)
// reason: The receiver looks at the record once the channel is closed, after the last write.

package p

import "fmt"

type record struct {
	id     int
	fields []string
}

func Main() {
	out := make(chan *record, 10)
	go func() {
		r := &record{}
		for i := range 10 {
			r.id = i // A
			out <- r
		}
		close(out)
	}()
	var last *record
	for r := range out {
		last = r
	}
	fmt.Println(last.id) // B
}
