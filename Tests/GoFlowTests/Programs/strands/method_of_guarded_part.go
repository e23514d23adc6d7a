// answer: no (locked)
// reason: the part of the service has a lock of its own, and its methods take it
package example

import "sync"

type stats struct {
	mu   sync.Mutex
	hits int
}

func (s *stats) hit() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.hits++ // A
}

func (s *stats) sum() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.hits // B
}

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
