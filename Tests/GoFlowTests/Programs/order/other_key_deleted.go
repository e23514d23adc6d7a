// answer: yes
// reason: Another entry is deleted than the one that is used.

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

func (t *Table) Rename(from, to string) int {
	t.mu.Lock()
	s := t.m[from]
	delete(t.m, to)
	t.mu.Unlock()
	if s == nil {
		return 0
	}
	s.n *= 2 // A
	return s.n
}

func New(k string) *Table {
	t := &Table{m: map[string]*session{}}
	go func() {
		for {
			t.Rename(k, k+"x")
		}
	}()
	return t
}
