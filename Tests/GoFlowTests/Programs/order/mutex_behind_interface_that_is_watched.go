// answer: no (locked)
// reason: Whatever mutex lies in the interface, the one that is watched hands its own on to what times it.

package p

import (
	"sync"
	"time"
)

type guard interface {
	Lock()
	Unlock()
}

type watched struct {
	inner   sync.Mutex
	longest time.Duration
}

func (w *watched) Lock()   { timed(w.inner.Lock, w) }
func (w *watched) Unlock() { w.inner.Unlock() }

func timed(lock func(), w *watched) {
	start := time.Now()
	lock()
	if d := time.Since(start); d > w.longest {
		w.longest = d
	}
}

type Table struct {
	guard guard
	rows  map[string]int
}

func NewTable(slow bool) *Table {
	t := &Table{rows: map[string]int{}}
	if slow {
		t.guard = &watched{}
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
