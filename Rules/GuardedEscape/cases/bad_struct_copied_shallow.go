package example

import "sync"

type Limits struct {
	Max   int
	PerIP map[string]int
}

type Gate struct {
	mu     sync.Mutex
	limits Limits
}

func (g *Gate) Limit(ip string, n int) {
	g.mu.Lock()
	g.limits.PerIP[ip] = n
	g.mu.Unlock()
}

func (g *Gate) Limits() Limits {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.limits // want "map `Limits.PerIP`, which `Gate.mu` guards, is returned uncopied"
}
