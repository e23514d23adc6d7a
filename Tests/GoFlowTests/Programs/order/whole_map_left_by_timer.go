// answer: yes
// reason: The timer hands the map to the callback while it still lies where others write to it.

package p

import (
	"sync"
	"time"
)

type counter struct {
	mu sync.Mutex
	m  map[string]int
	fn func(map[string]int)
}

func (c *counter) Touch(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.m == nil {
		c.m = make(map[string]int)
		time.AfterFunc(time.Second, c.fire)
	}
	c.m[k]++ // A
}

func (c *counter) fire() {
	c.mu.Lock()
	m := c.m
	c.mu.Unlock()
	c.fn(m) // B
}

func Main() {
	c := &counter{fn: func(m map[string]int) { println(len(m), m["a"]) }}
	c.Touch("a")
	c.Touch("b")
}
