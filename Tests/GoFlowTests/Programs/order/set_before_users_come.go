// answer: no (before-signal)
// reason: the service starts before its object is complete, but does nothing before somebody puts
package example

type Service struct {
	in   chan int
	done chan struct{}
	base int
}

func New() *Service {
	s := &Service{in: make(chan int), done: make(chan struct{})}
	go s.run()
	s.base = 7 // A
	return s
}

func (s *Service) run() {
	sum := 0
	for {
		select {
		case n := <-s.in:
			sum += n + s.base // B
		case <-s.done:
			return
		}
	}
}

func (s *Service) Put(n int) { s.in <- n }

func (s *Service) Close() { close(s.done) }
