package example

import "sync"

type Routes struct {
	mu    sync.RWMutex
	table map[string]string
	extra map[string]string
}

func (r *Routes) Set(from, to string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.table[from] = to
}

func (r *Routes) All() map[string]string {
	r.mu.RLock()
	defer r.mu.RUnlock()
	if len(r.extra) == 0 {
		return r.table // want "map `Routes.table`, which `Routes.mu` guards, is returned uncopied"
	}
	if len(r.table) > len(r.extra) {
		return r.table
	}
	return r.extra
}
