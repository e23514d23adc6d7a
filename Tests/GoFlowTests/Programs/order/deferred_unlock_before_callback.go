// answer: yes
// reason: The callback runs after the deferred unlock of the inner function, without the lock.

package p

import "sync"

type cache struct {
	mu    sync.Mutex
	items map[string]int
}

func (c *cache) lookup(key string) (n int, fill func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n = c.items[key]
	return n, func() { c.items[key] = n + 1 } // A B
}

func Warm(c *cache, keys []string) {
	for _, k := range keys {
		go func() {
			_, fill := c.lookup(k)
			fill()
		}()
	}
}
