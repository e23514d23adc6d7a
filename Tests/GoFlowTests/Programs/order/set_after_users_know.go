// answer: yes
// reason: others find the service in the registry, and may put something in before it is complete
package example

import "sync"

var registry sync.Map

type Service struct {
	in   chan int
	base int
}

func Register(name string) {
	s := &Service{in: make(chan int)}
	go s.run()
	registry.Store(name, s)
	s.base = 7 // A
}

func Put(name string, n int) {
	if s, ok := registry.Load(name); ok {
		s.(*Service).in <- n
	}
}

func (s *Service) run() {
	sum := 0
	for n := range s.in {
		sum += n + s.base // B
	}
}
