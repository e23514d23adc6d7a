// answer: yes
// reason: Who has found the entry before it was deleted uses it later, and the lock that it holds then is no help.

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

func (t *Table) Touch(k string, f func()) {
	t.mu.Lock()
	s := t.m[k]
	t.mu.Unlock()
	f()
	t.mu.Lock()
	defer t.mu.Unlock()
	if s != nil {
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
