// answer: yes
// reason: The profile may still be written when its size is asked for.

package p

import "runtime/pprof"

type sink struct{ size int }

func (s *sink) Write(b []byte) (int, error) {
	s.size += len(b) // A
	return len(b), nil
}

func Profile(work func()) int {
	var s sink
	if pprof.StartCPUProfile(&s) != nil {
		return 0
	}
	work()
	size := s.size // B
	pprof.StopCPUProfile()
	return size
}
