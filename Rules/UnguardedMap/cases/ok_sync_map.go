package example

import "sync"

type Cache struct{ entries sync.Map }

func New() *Cache {
	c := &Cache{}
	go func() {
		c.entries.Range(func(key, value any) bool {
			c.entries.Delete(key)
			return true
		})
	}()
	return c
}

func (c *Cache) Put(key, value string) { c.entries.Store(key, value) }
