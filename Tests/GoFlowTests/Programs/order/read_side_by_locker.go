// answer: yes
// reason: The locker of RLocker is the read side, which several hold at once.

package p

import "sync"

type cache struct {
	mu   sync.RWMutex
	hits map[string]int
}

func (c *cache) hit(key string) {
	l := c.mu.RLocker()
	l.Lock()
	defer l.Unlock()
	c.hits[key]++ // A B
}

func Hit(keys []string) {
	c := &cache{hits: make(map[string]int)}
	for _, k := range keys {
		go c.hit(k)
	}
}
