package example

import "sync/atomic"

type counts struct{ hits, misses int64 }

type Cache struct{ counts counts }

func NewCache(keys <-chan string, has func(string) bool) *Cache {
	c := &Cache{}
	go func() {
		for key := range keys {
			if has(key) {
				atomic.AddInt64(&c.counts.hits, 1)
			} else {
				atomic.AddInt64(&c.counts.misses, 1)
			}
		}
	}()
	return c
}

// known-miss: the copy of a whole struct is not compared with uses of its fields.
func (c *Cache) Counts() counts { return c.counts }
