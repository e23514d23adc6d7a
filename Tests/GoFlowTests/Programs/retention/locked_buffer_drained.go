// answer: yes
// reason: Add keeps the caller's payload in a locked list; the flusher swaps the list out and reads the payload without a lock while the caller overwrites it.

package p

import (
	"io"
	"sync"
	"time"
)

type Spool struct {
	mu    sync.Mutex
	items [][]byte
	w     io.Writer
}

func OpenSpool(w io.Writer) *Spool {
	s := &Spool{w: w}
	go s.flushLoop()
	return s
}

func (s *Spool) Add(payload []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items = append(s.items, payload)
}

func (s *Spool) flushLoop() {
	for range time.Tick(time.Millisecond) {
		s.mu.Lock()
		items := s.items
		s.items = nil
		s.mu.Unlock()
		for _, it := range items {
			s.w.Write(it) // A
		}
	}
}

func Encode(s *Spool, values []byte) {
	buf := make([]byte, 1)
	for _, v := range values {
		buf[0] = v // B
		s.Add(buf)
	}
}
