// answer: no (joined)
// reason: The connection says on the channel that it was closed, which the goroutine of the server's loop does behind an interface once it is done with the handler.

package p

type conn interface{ Close() }

type testConn struct{ closed chan bool }

func (c *testConn) Close() {
	select {
	case c.closed <- true:
	default:
	}
}

type server struct {
	next   func() conn
	handle func()
}

func (s *server) serveOne(c conn) {
	defer func() { c.Close() }()
	s.handle()
}

func (s *server) loop() {
	for {
		c := s.next()
		if c == nil {
			return
		}
		go s.serveOne(c)
	}
}

func Requests() int {
	c := &testConn{closed: make(chan bool, 1)}
	given := false
	n := 0
	s := &server{next: func() conn {
		if given {
			return nil
		}
		given = true
		return c
	}, handle: func() {
		n++ // A
	}}
	go s.loop()
	<-c.closed
	return n // B
}
