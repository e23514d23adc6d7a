// answer: yes
// reason: Bytes returns a view of the buffer's array, which the next event is encoded into after Reset.

package p

import (
	"bytes"
	"encoding/json"
	"io"
)

type shipper struct {
	lines chan []byte
	buf   bytes.Buffer
}

func NewShipper(w io.Writer) *shipper {
	s := &shipper{lines: make(chan []byte, 16)}
	go func() {
		for l := range s.lines {
			w.Write(l) // A
		}
	}()
	return s
}

func (s *shipper) Ship(events []map[string]int) error {
	for _, e := range events {
		s.buf.Reset()
		if err := json.NewEncoder(&s.buf).Encode(e); err != nil { // B
			return err
		}
		s.lines <- s.buf.Bytes()
	}
	return nil
}
