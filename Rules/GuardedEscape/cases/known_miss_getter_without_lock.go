package example

import "sync"

// known-miss: a getter that takes no lock may be meant for callers that hold it

type Leases struct {
	mu     sync.Mutex
	byHost map[string]int
}

func (l *Leases) Grant(host string, ttl int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.byHost[host] = ttl
}

func (l *Leases) Revoke(host string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.byHost, host)
}

func (l *Leases) ByHost() map[string]int { return l.byHost }
