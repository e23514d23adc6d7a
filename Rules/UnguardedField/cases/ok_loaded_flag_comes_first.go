package example

import (
	"sync"
	"sync/atomic"
)

// Who finds the flag set, or comes past the lock, has what was stored before the flag was set.

type L struct {
	ready atomic.Bool
	mu    sync.Mutex
	t     map[string]int
}

func (l *L) Get(w string) int {
	if !l.ready.Load() {
		l.mu.Lock()
		if !l.ready.Load() {
			l.t = map[string]int{"a": 1}
			l.ready.Store(true)
		}
		l.mu.Unlock()
	}
	return l.t[w]
}

func Use(l *L) {
	for range 3 {
		go l.Get("a")
	}
}
