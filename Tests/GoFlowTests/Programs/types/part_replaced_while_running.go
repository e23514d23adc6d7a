// answer: yes
// reason: Reset puts names into the map of the lessor that the server's goroutine reads already.

package p

type Server struct {
	lessor *lessor
	stop   chan struct{}
}

type lessor struct {
	leases map[string]int
}

func newLessor() *lessor { return &lessor{leases: map[string]int{}} }

func (l *lessor) fill(names []string) {
	for i, name := range names {
		l.leases[name] = i // A
	}
}

func NewServer() *Server {
	s := &Server{stop: make(chan struct{})}
	s.lessor = newLessor()
	go s.run()
	return s
}

func (s *Server) run() {
	for {
		select {
		case <-s.stop:
			return
		default:
			_ = s.lessor.leases["own"] // B
		}
	}
}

func (s *Server) Reset(names []string) {
	s.lessor.fill(names)
}
