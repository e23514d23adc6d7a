// answer: yes
// reason: On one of the two ways the lock is held for reading only, which keeps no other reader out.

package p

import "sync"

type gauge struct {
	mu    sync.RWMutex
	value int
}

func (g *gauge) add(exclusive bool) {
	if exclusive {
		g.mu.Lock()
		defer g.mu.Unlock()
	} else {
		g.mu.RLock()
		defer g.mu.RUnlock()
	}
	g.value++ // A B
}

func Run(g *gauge) {
	for i := range 4 {
		go g.add(i == 0)
	}
}
