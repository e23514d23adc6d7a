// answer: no (copied)
// reason: bytes.Clone gives the writer goroutine an array of its own before the caller reuses the packet.

package p

import (
	"bytes"
	"io"
)

type mirror struct {
	packets chan []byte
}

func StartMirror(w io.Writer) *mirror {
	m := &mirror{packets: make(chan []byte, 32)}
	go func() {
		for p := range m.packets {
			w.Write(p) // A
		}
	}()
	return m
}

func (m *mirror) Relay(r io.Reader) error {
	packet := make([]byte, 1500)
	for {
		n, err := io.ReadFull(r, packet) // B
		if err != nil {
			return err
		}
		m.packets <- bytes.Clone(packet[:n])
	}
}
