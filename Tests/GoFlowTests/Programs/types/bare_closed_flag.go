// answer: yes
// reason: Close sets the flag while the loop that the constructor started tests it, with nothing between them.

package p

import "net"

type Listener struct {
	ln     net.Listener
	closed bool
	serve  func(net.Conn)
	failed func(error)
}

func Listen(addr string, serve func(net.Conn), failed func(error)) (*Listener, error) {
	ln, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	l := &Listener{ln: ln, serve: serve, failed: failed}
	go l.accept()
	return l, nil
}

func (l *Listener) accept() {
	for {
		c, err := l.ln.Accept()
		if err != nil {
			if !l.closed { // A
				l.failed(err)
			}
			return
		}
		go l.serve(c)
	}
}

func (l *Listener) Close() error {
	err := l.ln.Close()
	l.closed = true // B
	return err
}
