// answer: yes
// reason: The entry lies in the list too, where others find it.

package p

import "sync"

type session struct{ n int }

type Table struct {
	mu sync.Mutex
	m  map[string]*session
	l  []*session
}

func (t *Table) Observe(k string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := t.m[k]
	if s == nil {
		s = &session{}
		t.m[k] = s
		t.l = append(t.l, s)
	}
	s.n++
}

func (t *Table) Finish(k string) int {
	t.mu.Lock()
	s := t.m[k]
	delete(t.m, k)
	t.mu.Unlock()
	if s == nil {
		return 0
	}
	s.n *= 2 // A
	return s.n
}

func (t *Table) All() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, s := range t.l {
		s.n++ // B
	}
}

func New(k string) *Table {
	t := &Table{m: map[string]*session{}}
	go func() {
		for {
			t.Finish(k)
		}
	}()
	return t
}
