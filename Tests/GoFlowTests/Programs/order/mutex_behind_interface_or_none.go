// answer: yes
// reason: The interface holds a mutex or something that only has the methods of one: then nothing excludes the calls.

package p

import "sync"

type guard interface {
	Lock()
	Unlock()
}

type open struct{}

func (open) Lock()   {}
func (open) Unlock() {}

type Table struct {
	guard guard
	rows  map[string]int
}

func NewTable(alone bool) *Table {
	t := &Table{rows: map[string]int{}}
	if alone {
		t.guard = open{}
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
