// answer: no (locked)
// reason: evictLocked takes no lock itself, but both of its callers hold the mutex when they call it.

package p

import "sync"

type lru struct {
	mu    sync.Mutex
	order []string
	data  map[string][]byte
}

func (c *lru) evictLocked() {
	for len(c.order) > 100 {
		delete(c.data, c.order[0]) // A
		c.order = c.order[1:]
	}
}

func (c *lru) put(key string, value []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.data[key] = value
	c.order = append(c.order, key)
	c.evictLocked()
}

func (c *lru) get(key string) []byte {
	c.mu.Lock()
	v := c.data[key] // B
	c.mu.Unlock()
	return v
}

func (c *lru) trim() {
	c.mu.Lock()
	c.evictLocked()
	c.mu.Unlock()
}

func Use(keys []string) {
	c := &lru{data: map[string][]byte{}}
	for _, k := range keys {
		go c.put(k, []byte(k))
		go c.get(k)
	}
	c.trim()
}
