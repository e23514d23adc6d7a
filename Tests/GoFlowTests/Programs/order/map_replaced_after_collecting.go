// answer: no (locked)
// reason: The map is replaced in the section in which its entries were collected.

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
	var all []*session
	for _, s := range t.m {
		all = append(all, s)
	}
	t.m = map[string]*session{}
	t.mu.Unlock()
	sum := 0
	for _, s := range all {
		s.n *= 2 // A
		sum += s.n
	}
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
