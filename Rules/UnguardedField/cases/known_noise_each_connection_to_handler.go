package example

// known-noise: each goroutine has a connection of its own, which it gives to a function value;
// there it is taken for one that all share.

type conn struct{ n int }

type Server struct{ H func(*conn) }

func (s *Server) Serve(k int) {
	for range k {
		go s.handle(&conn{})
	}
}

func (s *Server) handle(c *conn) { s.H(c) }

func Use() {
	s := &Server{H: func(c *conn) { c.n++ }} // want "field `conn.n` is written with no lock that both sides hold"
	s.Serve(3)
}
