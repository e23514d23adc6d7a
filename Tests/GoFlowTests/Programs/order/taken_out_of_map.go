// answer: no (locked)
// reason: Who deletes an entry in the section in which it was found has it alone afterwards.

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

func (t *Table) Finish(k string) int {
	t.mu.Lock()
	s, ok := t.m[k]
	if ok {
		delete(t.m, k)
	}
	t.mu.Unlock()
	if !ok {
		return 0
	}
	s.n *= 2 // A
	return s.n
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
