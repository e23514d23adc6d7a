// answer: yes
// reason: Snapshot gives out the map itself, which the counter goes on writing under its lock.

package p

import "sync"

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
	return c.byName
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
