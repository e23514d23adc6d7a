// answer: yes
// reason: The drainer copies the header under the lock and shortens the slice, so that put overwrites what it reads.

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
		s.lines = s.lines[:0]
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
