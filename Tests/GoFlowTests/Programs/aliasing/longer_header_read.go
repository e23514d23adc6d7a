// answer: yes
// reason: The goroutine's header reaches over the whole capacity, so it covers the element that the append fills.

package p

import "io"

type record struct {
	body []byte
}

func Seal(r *record, w io.Writer, done chan<- error) {
	padded := r.body[:cap(r.body)]
	go func() {
		_, err := w.Write(padded) // A
		done <- err
	}()
	r.body = append(r.body, 0x80) // B
}

func SealNew(w io.Writer) error {
	r := &record{body: make([]byte, 5, 64)}
	done := make(chan error)
	Seal(r, w, done)
	return <-done
}
