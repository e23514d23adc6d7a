// answer: no (copied)
// reason: Snapshot copies the map while it holds the lock.

package p

import (
	"maps"
	"sync"
)

type counter struct {
	mu     sync.Mutex
	byName map[string]int
}

func (c *counter) inc(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byName[name]++ // A
}

func (c *counter) snapshot() map[string]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return maps.Clone(c.byName)
}

func Watch(names <-chan string, print func(string, int)) {
	c := &counter{byName: map[string]int{}}
	go func() {
		for n := range names {
			c.inc(n)
		}
	}()
	for name, n := range c.snapshot() { // B
		print(name, n)
	}
}
