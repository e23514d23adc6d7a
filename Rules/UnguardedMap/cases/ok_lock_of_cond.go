package example

import "sync"

type Collector struct {
	mu   sync.Mutex
	cond *sync.Cond
	jobs map[string]int
}

func New() *Collector {
	c := &Collector{jobs: map[string]int{}}
	c.cond = sync.NewCond(&c.mu)
	go c.run()
	return c
}

func (c *Collector) run() {
	for {
		c.cond.L.Lock()
		for len(c.jobs) == 0 {
			c.cond.Wait()
		}
		c.cond.L.Unlock()
	}
}

func (c *Collector) Stop(name string) {
	c.mu.Lock()
	delete(c.jobs, name)
	c.mu.Unlock()
}
