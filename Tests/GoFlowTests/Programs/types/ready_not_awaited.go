// answer: yes
// reason: Send only tests the field for nil and does not wait for ready, while the dialling goroutine may just set it.

package p

import (
	"errors"
	"io"
)

type Eager struct {
	ready chan struct{}
	conn  io.Writer
}

func Connect(dial func() io.Writer) *Eager {
	e := &Eager{ready: make(chan struct{})}
	go e.connect(dial)
	return e
}

func (e *Eager) connect(dial func() io.Writer) {
	defer close(e.ready)
	e.conn = dial() // A
}

func (e *Eager) Wait() { <-e.ready }

func (e *Eager) Send(msg []byte) error {
	if e.conn == nil { // B
		return errors.New("not connected")
	}
	_, err := e.conn.Write(msg)
	return err
}
