// answer: yes
// reason: Whoever takes the map out hands it to a goroutine and goes on writing to it.

package p

import "sync"

type counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *counter) Inc(k string) {
	c.mu.Lock()
	c.m[k]++
	c.mu.Unlock()
}

func (c *counter) take() map[string]int {
	c.mu.Lock()
	defer c.mu.Unlock()
	old := c.m
	c.m = make(map[string]int)
	return old
}

func sum(m map[string]int) {
	n := 0
	for _, v := range m { // B
		n += v
	}
	println(n)
}

func (c *counter) Run() {
	m := c.take()
	go sum(m)
	m["z"] = 1 // A
}

func Main() {
	c := &counter{m: map[string]int{}}
	go c.Run()
	c.Inc("a")
}
