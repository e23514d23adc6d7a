// answer: no (once)
// reason: Whoever reads has passed the only run that writes, of the entry that was found or made.

package p

import "sync"

type entry struct {
	one sync.Once
	err error
}

type cache struct {
	mu      sync.Mutex
	entries map[string]*entry
}

func (c *cache) entry(name string) *entry {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.entries[name]
	if e == nil {
		e = new(entry)
		c.entries[name] = e
	}
	return e
}

func (c *cache) set(name string, err error) {
	e := c.entry(name)
	e.one.Do(func() {
		e.err = err // A
	})
}

func (c *cache) get(name string) error {
	e := c.entry(name)
	e.one.Do(func() {})
	return e.err // B
}

func Fail(names []string, err error) error {
	c := &cache{entries: map[string]*entry{}}
	for _, name := range names {
		go c.set(name, err)
	}
	return c.get("first")
}
