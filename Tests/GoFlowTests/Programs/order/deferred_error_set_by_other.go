// answer: yes
// reason: a deferred function that runs before may turn the nil result into an error.
package p

type store struct{ state int }

func (s *store) close() error { return nil }

func open(s *store) (err error) {
	defer func() {
		if err != nil {
			s.state = -1 // A
		}
	}()
	defer func() {
		if e := s.close(); e != nil {
			err = e
		}
	}()
	go func() {
		s.state = 1 // B
	}()
	return nil
}
