// answer: yes
// reason: The new map is put into a second counter too, which has a lock of its own.

package p

import (
	"sync"
	"time"
)

type counter struct {
	mu   sync.Mutex
	m    map[string]int
	next *counter
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
		m := make(map[string]int)
		c.m = m
		c.next.m = m
		c.mu.Unlock()
		println(old["a"]) // B
	}
}

func Main() {
	d := &counter{m: map[string]int{}}
	c := &counter{m: map[string]int{}, next: d}
	go c.Run()
	for {
		d.Inc("a")
	}
}
