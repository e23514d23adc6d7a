package example

import (
	"maps"
	"sync"
)

type Routes struct {
	mu    sync.Mutex
	table map[string]string
}

func (r *Routes) Add(path, target string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	next := make(map[string]string, len(r.table)+1)
	maps.Copy(next, r.table)
	next[path] = target
	r.table = next
}

func (r *Routes) Table() map[string]string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.table
}
