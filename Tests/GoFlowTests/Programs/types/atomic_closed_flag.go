// answer: no (atomic)
// reason: The flag is an atomic.Bool, and loop and Close use only its Load and Store.

package p

import (
	"net"
	"sync/atomic"
)

type Acceptor struct {
	ln     net.Listener
	closed atomic.Bool
	serve  func(net.Conn)
	failed func(error)
}

func Accept(addr string, serve func(net.Conn), failed func(error)) (*Acceptor, error) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	l := &Acceptor{ln: ln, serve: serve, failed: failed}
	go l.accept()
	return l, nil
}

func (l *Acceptor) accept() {
	for {
		c, err := l.ln.Accept()
		if err != nil {
			if !l.closed.Load() { // A
				l.failed(err)
			}
			return
		}
		go l.serve(c)
	}
}

func (l *Acceptor) Close() error {
	l.closed.Store(true) // B
	return l.ln.Close()
}
