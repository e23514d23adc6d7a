// answer: no (locked)
// reason: Each entry that is collected is deleted in the same turn, under the lock.

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

func (t *Table) Sweep() int {
	var old []*session
	t.mu.Lock()
	for k, s := range t.m {
		if s.n > 3 {
			delete(t.m, k)
			old = append(old, s)
		}
	}
	t.mu.Unlock()
	sum := 0
	for _, s := range old {
		s.n *= 2 // A
		sum += s.n
	}
	return sum
}

func New(k string) *Table {
	t := &Table{m: map[string]*session{}}
	go func() {
		for {
			t.Sweep()
		}
	}()
	return t
}
