package example

import (
	"sort"
	"sync"
)

// known-miss: a change by who got the slice is not compared with itself in another goroutine.

type R struct {
	mu sync.RWMutex
	ns []string
}

func (r *R) Add(n string) {
	r.mu.Lock()
	r.ns = append(r.ns, n)
	r.mu.Unlock()
}

func (r *R) Nodes() []string {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.ns
}

func (r *R) Pick() string {
	ns := r.Nodes()
	sort.Strings(ns)
	return ns[0]
}
