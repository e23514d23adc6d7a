// answer: yes
// reason: The map is put back before the lock is given back.

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
	c.m[k]++ // A
	c.mu.Unlock()
}

func (c *counter) Run() {
	for range time.Tick(time.Second) {
		c.mu.Lock()
		old := c.m
		c.m = make(map[string]int)
		c.m = old
		c.mu.Unlock()
		println(old["a"]) // B
	}
}

func Main() {
	c := &counter{m: map[string]int{}}
	go c.Run()
	for {
		c.Inc("a")
	}
}
