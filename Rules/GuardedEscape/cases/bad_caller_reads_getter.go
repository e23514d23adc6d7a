package example

import "sync"

type table struct {
	mu   sync.Mutex
	rows map[int]string
}

func (t *table) put(id int, row string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.rows[id] = row
}

func (t *table) all() map[int]string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.rows // want "`.*View..Print` reads it without the lock"
}

type View struct{ table *table }

func (v *View) Put(id int, row string) { v.table.put(id, row) }

func (v *View) Print() {
	for id, row := range v.table.all() {
		println(id, row)
	}
}
