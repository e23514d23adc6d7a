// answer: yes
// reason: Size looks whether the table is there without passing the Once that makes it.

package p

import "sync"

type cache struct {
	once  sync.Once
	table map[string]int
}

func (c *cache) load() {
	c.once.Do(func() {
		c.table = read() // A
	})
}

func read() map[string]int { return map[string]int{"a": 1} }

func (c *cache) Size() int {
	if c.table == nil { // B
		return 0
	}
	return 1
}

func New() *cache {
	c := &cache{}
	go c.load()
	return c
}
