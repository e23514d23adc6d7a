// answer: no (before-start)
// reason: Each member gets its server in a goroutine, and the server's constructor fills the map before the member has the server.

package p

import "sync"

type Member struct{ server *Server }

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

func NewServer(names []string) *Server {
	s := &Server{stop: make(chan struct{})}
	s.lessor = newLessor(names)
	return s
}

func (s *Server) Start() { go s.run() }

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

func (m *Member) Launch(names []string) {
	m.server = NewServer(names)
	m.server.Start()
}

func LaunchAll(members []*Member, names []string) {
	var wg sync.WaitGroup
	for _, m := range members {
		wg.Add(1)
		go func(m *Member) {
			defer wg.Done()
			m.Launch(names)
		}(m)
	}
	wg.Wait()
}
