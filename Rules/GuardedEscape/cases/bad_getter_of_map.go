// race: ok_cloned_under_lock.go

package example

import "sync"

type Leases struct {
	mu     sync.RWMutex
	byHost map[string]int
}

func (l *Leases) Grant(host string, ttl int) {
	l.mu.Lock()
	l.byHost[host] = ttl
	l.mu.Unlock()
}

func (l *Leases) ByHost() map[string]int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.byHost // want "map `Leases.byHost`, which `Leases.mu` guards, is returned uncopied"
}
