// race: ok_owned_by_loop.go

package example

import "sync"

type peer struct{ version int }

type Table struct {
	mu    sync.RWMutex
	peers map[string]*peer
}

func Run(versions <-chan int, names []string) []string {
	t := &Table{peers: map[string]*peer{"a": {}}}
	go t.follow(versions)
	var modern []string
	for _, name := range names {
		if t.isModern(name) {
			modern = append(modern, name)
		}
	}
	return modern
}

func (t *Table) follow(versions <-chan int) {
	for version := range versions {
		t.mu.Lock()
		for _, p := range t.peers {
			p.version = version // want "field `peer.version` is written with no lock that both sides hold"
		}
		t.mu.Unlock()
	}
}

func (t *Table) isModern(name string) bool {
	t.mu.RLock()
	p := t.peers[name]
	t.mu.RUnlock()
	if p != nil && p.version >= 5 {
		println(name)
		return true
	}
	return false
}
