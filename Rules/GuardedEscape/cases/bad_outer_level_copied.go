package example

import "sync"

type Groups struct {
	mu      sync.RWMutex
	members map[string][]string
}

func (g *Groups) Rename(group string, index int, name string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.members[group][index] = name
}

func (g *Groups) Snapshot() map[string][]string {
	g.mu.RLock()
	defer g.mu.RUnlock()
	out := make(map[string][]string, len(g.members))
	for group, names := range g.members { // want "slice `Groups.members..`"
		out[group] = names
	}
	return out
}
