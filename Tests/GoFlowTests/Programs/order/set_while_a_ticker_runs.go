// answer: yes
// reason: another goroutine of the constructor puts something in before the object is complete
package example

import "time"

type Service struct {
	in   chan int
	base int
}

func New() *Service {
	s := &Service{in: make(chan int)}
	go s.run()
	s.startTicker()
	s.base = 7 // A
	return s
}

func (s *Service) startTicker() {
	go func() {
		for range time.Tick(time.Second) {
			s.in <- 1
		}
	}()
}

func (s *Service) run() {
	sum := 0
	for n := range s.in {
		sum += n + s.base // B
	}
}
