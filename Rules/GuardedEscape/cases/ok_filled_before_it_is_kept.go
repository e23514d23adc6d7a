package example

import "sync"

type Catalog struct {
	mu    sync.Mutex
	items map[string]int
}

func (c *Catalog) Load(names []string) {
	items := make(map[string]int)
	for i, name := range names {
		items[name] = i
	}
	c.mu.Lock()
	c.items = items
	c.mu.Unlock()
}

func (c *Catalog) Items() map[string]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.items
}
