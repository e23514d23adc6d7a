// answer: yes
// reason: The entry lies in the map while its maker uses it without the lock.

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

func (t *Table) Run(k string, f func()) {
	s := &session{}
	t.mu.Lock()
	t.m[k] = s
	t.mu.Unlock()
	f()
	s.n = 0 // A
	t.mu.Lock()
	delete(t.m, k)
	t.mu.Unlock()
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
