// answer: no (joined)
// reason: Whether the call was found or made, its own channel is closed once its error is set, and the other side waits for that.

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
	g.mu.Lock()
	c.err = err // A
	g.mu.Unlock()
	close(c.done)
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
