// The token is renewed under the lock again and again, and read when the lock is held no more.
package example

import (
	"sync"
	"time"
)

type token struct {
	value string
	until time.Time
}

type source struct {
	mu      sync.Mutex
	current *token
	fetch   func() *token
}

func (s *source) Header() string {
	s.mu.Lock()
	if s.current == nil || s.current.until.Before(time.Now()) {
		s.current = s.fetch() // want "field `source.current` is written with no lock"
	}
	s.mu.Unlock()
	return "Bearer " + s.current.value
}

func warm(s *source, n int) {
	for range n {
		go s.Header()
	}
}
