// answer: yes
// reason: The stream keeps the message until its own goroutine has sent it, and the next turn sets the fields of the same one.

package p

type point struct {
	name  string
	value float64
}

type stream struct{ out chan *point }

func dial(write func(string, float64)) *stream {
	s := &stream{out: make(chan *point, 32)}
	go func() {
		for p := range s.out {
			write(p.name, p.value) // A
		}
	}()
	return s
}

func (s *stream) Send(p *point) { s.out <- p }

func Report(s *stream, values map[string]float64) {
	var p point
	for name, v := range values {
		p.name, p.value = name, v // B
		s.Send(&p)
	}
}
