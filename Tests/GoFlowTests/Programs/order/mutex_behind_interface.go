// answer: no (locked)
// reason: The interface holds a mutex or a struct that embeds one and counts besides: either way the calls exclude each other.

package p

import "sync"

type guard interface {
	Lock()
	Unlock()
}

type counted struct {
	sync.Mutex
	taken int
}

func (c *counted) Lock() {
	c.Mutex.Lock()
	c.taken++
}

type Table struct {
	guard guard
	rows  map[string]int
}

func NewTable(count bool) *Table {
	t := &Table{rows: map[string]int{}}
	if count {
		t.guard = &counted{}
	} else {
		t.guard = &sync.Mutex{}
	}
	return t
}

func (t *Table) add(row string) {
	t.guard.Lock()
	defer t.guard.Unlock()
	t.rows[row]++ // A
}

func (t *Table) get(row string) int {
	t.guard.Lock()
	defer t.guard.Unlock()
	return t.rows[row] // B
}

func (t *Table) Fill(rows []string) int {
	for _, row := range rows {
		go t.add(row)
	}
	return t.get("")
}
