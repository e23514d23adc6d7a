// answer: yes
// reason: Between the two sections others find the old map and what lies in it.

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

func (t *Table) Drain() int {
	t.mu.Lock()
	m := t.m
	t.mu.Unlock()
	sum := 0
	for _, s := range m {
		s.n *= 2 // A
		sum += s.n
	}
	t.mu.Lock()
	t.m = make(map[string]*session)
	t.mu.Unlock()
	return sum
}

func New(k string) *Table {
	t := &Table{m: map[string]*session{}}
	go func() {
		for {
			t.Drain()
		}
	}()
	return t
}
