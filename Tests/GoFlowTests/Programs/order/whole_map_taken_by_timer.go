// answer: no (handed-over)
// reason: The timer takes the map out under the lock, and the next one to come makes another one.

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
	c.m = nil
	c.mu.Unlock()
	c.fn(m) // B
}

func Main() {
	c := &counter{fn: func(m map[string]int) { println(len(m), m["a"]) }}
	c.Touch("a")
	c.Touch("b")
}
