// answer: no (locked)
// reason: Whether the entry was found or made, its own lock is held while its error is set and read.

package p

import "sync"

type entry struct {
	mu  sync.Mutex
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
	e.mu.Lock()
	e.err = err // A
	e.mu.Unlock()
}

func (c *cache) get(name string) error {
	e := c.entry(name)
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.err // B
}

func Fail(names []string, err error) error {
	c := &cache{entries: map[string]*entry{}}
	for _, name := range names {
		go c.set(name, err)
	}
	return c.get("first")
}
