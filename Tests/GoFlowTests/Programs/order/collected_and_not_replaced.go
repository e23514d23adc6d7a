// answer: yes
// reason: The entries that are collected stay in the map.

package p

import "sync"

type session struct{ n int }

type Table struct {
	mu sync.Mutex
	m  map[string]*session
}

func (t *Table) Observe(k string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := t.m[k]
	if s == nil {
		s = &session{}
		t.m[k] = s
	}
	s.n++ // B
}

func (t *Table) Reset() {
	t.mu.Lock()
	var all []*session
	for _, s := range t.m {
		all = append(all, s)
	}
	t.mu.Unlock()
	for _, s := range all {
		s.n = 0 // A
	}
}

func New(k string) *Table {
	t := &Table{m: map[string]*session{}}
	go func() {
		for {
			t.Reset()
		}
	}()
	return t
}
