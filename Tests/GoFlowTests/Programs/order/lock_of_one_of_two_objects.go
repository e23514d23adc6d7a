// answer: no (locked)
// reason: Whether the table was there or is new, the lock that is held is that of the table that is used.

package p

import (
	"sync"
	"sync/atomic"
)

type table struct {
	mu   sync.Mutex
	seen map[int]bool
}

func (t *table) add(n int) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.seen == nil {
		t.seen = map[int]bool{}
	}
	was := t.seen[n]
	t.seen[n] = true // A B
	return was
}

type matcher struct{ table atomic.Pointer[table] }

func (m *matcher) hit(n int) bool {
	var t *table
	for {
		t = m.table.Load()
		if t != nil {
			break
		}
		t = new(table)
		if m.table.CompareAndSwap(nil, t) {
			break
		}
	}
	return t.add(n)
}

func Run(n int) {
	m := &matcher{}
	for i := range n {
		go m.hit(i)
	}
}
