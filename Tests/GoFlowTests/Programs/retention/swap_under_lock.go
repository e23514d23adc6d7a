// answer: no (handed-over)
// reason: The drainer takes the whole slice under the lock and leaves nil behind.

package p

import (
	"sync"
	"time"
)

type spool struct {
	mu    sync.Mutex
	lines [][]byte
}

func (s *spool) put(line []byte) {
	s.mu.Lock()
	s.lines = append(s.lines, line) // A
	s.mu.Unlock()
}

func (s *spool) drain(write func([]byte)) {
	for range time.Tick(time.Second) {
		s.mu.Lock()
		lines := s.lines
		s.lines = nil
		s.mu.Unlock()
		for _, l := range lines { // B
			write(l)
		}
	}
}

func Run(in <-chan []byte, write func([]byte)) {
	s := &spool{}
	go s.drain(write)
	for line := range in {
		s.put(line)
	}
}
