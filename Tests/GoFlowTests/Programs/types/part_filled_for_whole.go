// answer: no (before-start)
// reason: newLessor fills the map of the lessor that it makes before the server, which runs goroutines of its own, has it.

package p

import "sync"

type Server struct {
	lessor *lessor
	stop   chan struct{}
}

type lessor struct {
	mu     sync.Mutex
	leases map[string]int
}

func newLessor(names []string) *lessor {
	l := &lessor{leases: map[string]int{}}
	l.recover(names)
	return l
}

func (l *lessor) recover(names []string) {
	for i, name := range names {
		l.leases[name] = i // A
	}
}

func (l *lessor) renew(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.leases[name]++ // B
}

func (s *Server) init(names []string) {
	s.lessor = newLessor(names)
}

func NewServer(names []string) *Server {
	s := &Server{stop: make(chan struct{})}
	s.init(names)
	go s.run()
	return s
}

func (s *Server) run() {
	for {
		select {
		case <-s.stop:
			return
		default:
			s.lessor.renew("own")
		}
	}
}

func (s *Server) Renew(name string) { s.lessor.renew(name) }
