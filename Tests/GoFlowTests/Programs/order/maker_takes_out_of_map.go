// answer: no (locked)
// reason: The maker deletes its entry under the lock before it looks at it without.

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

func (t *Table) Run(k string, f func()) int {
	s := &session{}
	t.mu.Lock()
	t.m[k] = s
	t.mu.Unlock()
	f()
	t.mu.Lock()
	delete(t.m, k)
	t.mu.Unlock()
	return s.n // A
}

func New(k string) *Table {
	t := &Table{m: map[string]*session{}}
	go func() {
		for {
			t.Run(k, func() {})
		}
	}()
	return t
}
