// answer: yes
// reason: both use a part of the service that is no pointer, by methods of the part
package example

type stats struct{ hits int }

func (s *stats) hit()     { s.hits++ }      // A
func (s *stats) sum() int { return s.hits } // B

type Service struct {
	stats  stats
	events chan int
}

func New() *Service {
	s := &Service{events: make(chan int)}
	go s.run()
	return s
}

func (s *Service) run() {
	for range s.events {
		s.stats.hit()
	}
}

func (s *Service) Sum() int { return s.stats.sum() }
