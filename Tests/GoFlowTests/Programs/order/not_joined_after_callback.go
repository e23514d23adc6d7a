// answer: yes
// reason: The function that hands the callback to its goroutine does not wait for that goroutine before it returns.

package p

import "errors"

type source struct {
	emit func(n int)
	stop chan error
}

func (s *source) run(n int) error {
	done := make(chan error, 1)
	go func() {
		for i := 0; i < n; i++ {
			s.emit(i)
		}
		done <- nil
	}()
	select {
	case <-s.stop:
		return errors.New("stopped")
	default:
	}
	return nil
}

func Sum(n int) int {
	sum := 0
	s := &source{stop: make(chan error, 1)}
	s.emit = func(n int) {
		sum += n // A
	}
	if err := s.run(n); err != nil {
		return 0
	}
	return sum // B
}
