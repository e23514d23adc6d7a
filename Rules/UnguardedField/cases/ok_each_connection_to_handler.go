package example

type conn struct{ n int }

type Server struct{ H func(*conn) }

func (s *Server) Serve(k int) {
	for range k {
		go s.handle(&conn{})
	}
}

func (s *Server) handle(c *conn) { s.H(c) }

func Use() {
	s := &Server{H: func(c *conn) { c.n++ }}
	s.Serve(3)
}
