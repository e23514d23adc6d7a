package example

import (
	"sync"
	"sync/atomic"
)

// known-noise: what the flag says was stored comes before it: that an atomic load of true follows
// the store is not known.

type L struct {
	ready atomic.Bool
	mu    sync.Mutex
	t     map[string]int
}

func (l *L) Get(w string) int {
	if !l.ready.Load() {
		l.mu.Lock()
		if !l.ready.Load() {
			l.t = map[string]int{"a": 1} // want "field `L.t` is written with no lock that both sides hold"
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
