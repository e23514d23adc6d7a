// race: ok_joined_by_group.go

package example

import "sync"

type Table struct {
	mu      sync.RWMutex
	rows    map[string]int
	lookups int
}

func Fill(rows map[string]int, keys []string) *Table {
	t := &Table{rows: rows}
	for _, key := range keys {
		go t.Get(key)
	}
	return t
}

func (t *Table) Get(key string) int {
	t.mu.RLock()
	defer t.mu.RUnlock()
	t.lookups++ // want "field `Table.lookups` is written with no lock"
	return t.rows[key]
}
