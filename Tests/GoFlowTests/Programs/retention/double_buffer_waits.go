// answer: no (joined)
// reason: rotate waits for the previous upload before it gives its buffer back to add.

package p

type shifter struct {
	active, spare []byte
	idle          chan struct{}
	put           func([]byte) error
}

func newShifter(put func([]byte) error) *shifter {
	s := &shifter{active: make([]byte, 0, 1024), spare: make([]byte, 0, 1024), put: put}
	s.idle = make(chan struct{})
	close(s.idle)
	return s
}

func (s *shifter) add(b byte) {
	s.active = append(s.active, b) // A
	if len(s.active) == cap(s.active) {
		s.rotate()
	}
}

func (s *shifter) rotate() {
	<-s.idle
	full, done := s.active, make(chan struct{})
	s.active, s.spare, s.idle = s.spare[:0], full, done
	go func() {
		defer close(done)
		if err := s.put(full); err != nil { // B
			panic(err)
		}
	}()
}

func ShiftAll(data []byte, put func([]byte) error) {
	s := newShifter(put)
	for _, b := range data {
		s.add(b)
	}
	<-s.idle
}
