package example

import "time"

type Cache struct{ entries map[string]time.Time }

func NewCache() *Cache {
	c := &Cache{entries: make(map[string]time.Time)}
	go c.clean()
	return c
}

func (c *Cache) clean() {
	for now := range time.Tick(time.Minute) {
		for key, end := range c.entries {
			if end.Before(now) {
				delete(c.entries, key) // want "map `Cache.entries` is written with no lock"
			}
		}
	}
}

func (c *Cache) Has(key string) bool {
	_, ok := c.entries[key]
	return ok
}
