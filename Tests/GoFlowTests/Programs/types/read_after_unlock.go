// answer: yes
// reason: the one write holds the lock; the read comes after the body has let it go.
package p

import "sync"

type Table struct {
	mu    sync.RWMutex
	rows  map[int]int
	count int
}

func (t *Table) Set(n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.count = n // A
}

func (t *Table) Get(i int) int {
	t.mu.RLock()
	row := t.rows[i]
	t.mu.RUnlock()
	return row + t.count // B
}
