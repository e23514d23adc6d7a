// race: ok_taken_out.go

package example

import "sync"

type conn struct{ closed bool }

func (c *conn) close() { c.closed = true }

type Pool struct {
	mu   sync.Mutex
	free []*conn
}

func (p *Pool) Put(c *conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free = append(p.free, c)
}

func (p *Pool) Shrink(most int) {
	p.mu.Lock()
	var closing []*conn
	if len(p.free) > most { // want "slice `Pool.free`, which `Pool.mu` guards, is read after"
		closing = p.free[most:]
		p.free = p.free[:most]
	}
	p.mu.Unlock()
	for _, c := range closing {
		c.close()
	}
}
