// answer: yes
// reason: The maker of the map writes to it once it has given it away.

package p

import (
	"sync"
	"time"
)

type counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *counter) Inc(k string) {
	c.mu.Lock()
	c.m[k]++
	c.mu.Unlock()
}

func (c *counter) Run() {
	for range time.Tick(time.Second) {
		c.mu.Lock()
		old := c.m
		c.m = make(map[string]int)
		c.mu.Unlock()
		println(old["a"]) // B
	}
}

func Main() {
	m := map[string]int{}
	c := &counter{m: m}
	go c.Run()
	for {
		c.Inc("a")
		m["b"]++ // A
	}
}
