package example

import "sync"

type counter struct {
	mu    sync.Mutex
	count int
	step  func(int) int
}

// Whoever calls it holds the lock, or should.
func (c *counter) next() { c.count = c.step(c.count) } // want "field `counter.count` is written with no lock that both sides hold"

func (c *counter) follow(ticks <-chan bool) {
	for range ticks {
		c.mu.Lock()
		c.next()
		c.mu.Unlock()
	}
}

type Page struct {
	*counter
	mu sync.Mutex
}

// `p.mu` is another lock.
func Show(ticks <-chan bool, step func(int) int) {
	p := &Page{counter: &counter{step: step}}
	go p.follow(ticks)
	p.next()
}
