// answer: no (handed-over)
// reason: A call is popped off the free list under the lock and belongs to one goroutine until it is pushed back.

package p

import "sync"

type call struct {
	next *call
	seq  int
}

type decoder interface{ header(c *call) error }

type plain struct{ seq int }

func (p *plain) header(c *call) error {
	c.seq = p.seq // A B
	return nil
}

type Server struct {
	mu   sync.Mutex
	free *call
}

func (s *Server) getCall() *call {
	s.mu.Lock()
	c := s.free
	if c == nil {
		c = new(call)
	} else {
		s.free = c.next
		*c = call{}
	}
	s.mu.Unlock()
	return c
}

func (s *Server) freeCall(c *call) {
	s.mu.Lock()
	c.next = s.free
	s.free = c
	s.mu.Unlock()
}

func (s *Server) serve(d decoder) int {
	c := s.getCall()
	if d.header(c) != nil {
		return 0
	}
	seq := c.seq
	s.freeCall(c)
	return seq
}

func (s *Server) Accept(conns <-chan int) {
	for seq := range conns {
		go s.serve(&plain{seq})
	}
}
