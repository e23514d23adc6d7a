package example

import "sync"

// known-noise: nobody calls the inner store but the one around it, which locks.

type store interface{ put(k string) }
type mem struct{ m map[string]int }

func (m *mem) put(k string) { m.m[k]++ } // want "map `mem.m` is written with no lock that both sides hold"

type locked struct {
	mu sync.Mutex
	store
}

func (l *locked) put(k string) { l.mu.Lock(); l.store.put(k); l.mu.Unlock() }

func New() store { return &locked{store: &mem{m: map[string]int{}}} }

func Use() {
	s := New()
	go s.put("a")
	s.put("a")
}
