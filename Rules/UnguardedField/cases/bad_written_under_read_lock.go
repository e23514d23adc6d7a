package example

import "sync"

// Cache counts its hits under the lock for reading, which several goroutines hold at once.
type Cache struct {
	mu    sync.RWMutex
	items map[string]string
	hits  uint64
}

func (c *Cache) Get(k string) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.hits++ // want "field `Cache.hits` is written with no lock that both sides hold"
	return c.items[k]
}

func (c *Cache) Hits() uint64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.hits
}
