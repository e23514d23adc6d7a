// answer: yes
// reason: Another lock is held where the map is taken out than where it is written to.

package p

import "sync"

type counter struct {
	mu  sync.Mutex
	m   map[string]int
	out sync.Mutex
}

func (c *counter) Inc(k string) {
	c.mu.Lock()
	c.m[k]++ // A
	c.mu.Unlock()
}

func (c *counter) take() map[string]int {
	c.out.Lock()
	defer c.out.Unlock()
	old := c.m
	c.m = make(map[string]int)
	return old
}

func (c *counter) Run() {
	n := 0
	for _, v := range c.take() { // B
		n += v
	}
	println(n)
}

func Main() {
	c := &counter{m: map[string]int{}}
	go c.Run()
	c.Inc("a")
}
