package example

import (
	"maps"
	"slices"
	"sync"
)

type Leases struct {
	mu     sync.RWMutex
	byHost map[string]int
	order  []string
}

func (l *Leases) Grant(host string, ttl int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.byHost[host] = ttl
	l.order = append(l.order, host)
	slices.Sort(l.order)
}

func (l *Leases) ByHost() (map[string]int, []string) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return maps.Clone(l.byHost), append([]string(nil), l.order...)
}
