// answer: yes
// reason: the deferred function writes where the result is an error, and one is given back while the goroutine runs.
package p

type store struct{ state int }

func (s *store) fill() error { return nil }

func open(s *store) (err error) {
	defer func() {
		if err != nil {
			s.state = -1 // A
		}
	}()
	go func() {
		s.state = 1 // B
	}()
	return s.fill()
}
