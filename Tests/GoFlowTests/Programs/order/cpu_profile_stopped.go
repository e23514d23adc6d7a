// answer: no (joined)
// reason: StopCPUProfile returns only when all of the profile has been written.

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
	pprof.StopCPUProfile()
	return s.size // B
}
