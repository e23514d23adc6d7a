// answer: no (before-start)
// reason: the deferred function writes where the result is an error, and after the start none is given back.
package p

type store struct{ state int }

func (s *store) fill() error { return nil }

func open(s *store) (err error) {
	defer func() {
		if err != nil {
			s.state = -1 // A
		}
	}()
	if err := s.fill(); err != nil {
		return err
	}
	go func() {
		s.state = 1 // B
	}()
	return nil
}
