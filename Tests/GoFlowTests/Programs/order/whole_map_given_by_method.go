// answer: yes
// reason: The method gives the map and leaves it where it is.

package p

import "sync"

type counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *counter) Inc(k string) {
	c.mu.Lock()
	c.m[k]++ // A
	c.mu.Unlock()
}

func (c *counter) take() map[string]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	old := c.m
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
