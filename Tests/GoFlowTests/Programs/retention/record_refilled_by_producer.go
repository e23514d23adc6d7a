// answer: yes
// reason: The producer fills one record again and again, while the receiver of the last send may still read it.

package p

import "fmt"

type record struct {
	id     int
	fields []string
}

func Main() {
	out := make(chan *record)
	go func() {
		r := &record{}
		for i := range 10 {
			r.id = i // A
			out <- r
		}
		close(out)
	}()
	for r := range out {
		fmt.Println(r.id) // B
	}
}
