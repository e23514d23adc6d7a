// answer: no (before-signal)
// reason: The dialling goroutine closes ready after it has set the connection, and Send waits for ready before it uses it.

package p

import "io"

type Lazy struct {
	ready chan struct{}
	conn  io.Writer
	err   error
}

func Dial(dial func() (io.Writer, error)) *Lazy {
	l := &Lazy{ready: make(chan struct{})}
	go l.connect(dial)
	return l
}

func (l *Lazy) connect(dial func() (io.Writer, error)) {
	defer close(l.ready)
	c, err := dial()
	if err != nil {
		l.err = err
		return
	}
	l.conn = c // A
}

func (l *Lazy) Send(msg []byte) error {
	<-l.ready
	if l.err != nil {
		return l.err
	}
	_, err := l.conn.Write(msg) // B
	return err
}
