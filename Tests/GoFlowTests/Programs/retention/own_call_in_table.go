// answer: no (other-memory)
// reason: each goroutine works on the call that it put into the table itself.
package p

import "sync"

type call struct {
	wg  sync.WaitGroup
	val int
}

type group struct {
	mu sync.Mutex
	m  map[string]*call
}

func (g *group) do(key string, f func() int) int {
	g.mu.Lock()
	if c, ok := g.m[key]; ok {
		g.mu.Unlock()
		c.wg.Wait()
		return c.val
	}
	c := new(call)
	c.wg.Add(1)
	g.m[key] = c
	g.mu.Unlock()
	c.val = f() // A
	c.wg.Done()
	return c.val // B
}

func run(g *group) {
	go g.do("a", func() int { return 1 })
	go g.do("a", func() int { return 2 })
}
