// answer: yes
// reason: The entry lies in the map while it is used without the lock.

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
	s := t.m[k]
	t.mu.Unlock()
	if s == nil {
		return 0
	}
	s.n *= 2 // A
	t.mu.Lock()
	delete(t.m, k)
	t.mu.Unlock()
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
