package example

type conn struct{ n int }

type Server struct{ H func(*conn) }

func (s *Server) Serve(k int) {
	c := &conn{}
	for range k {
		go s.handle(c)
	}
}

func (s *Server) handle(c *conn) { s.H(c) }

func Use() {
	s := &Server{H: func(c *conn) { c.n++ }} // want "field `conn.n` is written with no lock that both sides hold"
	s.Serve(3)
}
