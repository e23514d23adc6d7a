// answer: yes
// reason: The channel of the call is closed before the error is set.

package p

import "sync"

type call struct {
	done chan struct{}
	err  error
}

type Group struct {
	mu    sync.Mutex
	calls map[string]*call
}

func (g *Group) run(c *call, dial func() error) {
	err := dial()
	close(c.done)
	g.mu.Lock()
	c.err = err // A
	g.mu.Unlock()
}

func (g *Group) Do(key string, dial func() error) error {
	g.mu.Lock()
	c, ok := g.calls[key]
	if !ok {
		c = &call{done: make(chan struct{})}
		g.calls[key] = c
		go g.run(c, dial)
	}
	g.mu.Unlock()
	<-c.done
	return c.err // B
}
