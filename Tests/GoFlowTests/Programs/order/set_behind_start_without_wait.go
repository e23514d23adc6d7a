// answer: yes
// reason: the service looks at the field before it waits for anybody
package example

type Service struct {
	in   chan int
	base int
}

func New() *Service {
	s := &Service{in: make(chan int)}
	go s.run()
	s.base = 7 // A
	return s
}

func (s *Service) run() {
	sum := s.base // B
	for n := range s.in {
		sum += n
	}
}

func (s *Service) Put(n int) { s.in <- n }
