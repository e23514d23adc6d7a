// answer: no (locked)
// reason: The method deletes what it gives to its caller, under the lock.

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

func (t *Table) take(k string) *session {
	t.mu.Lock()
	defer t.mu.Unlock()
	s, ok := t.m[k]
	if !ok {
		return nil
	}
	delete(t.m, k)
	return s
}

func (t *Table) Finish(k string) int {
	s := t.take(k)
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
			t.Finish(k)
		}
	}()
	return t
}
