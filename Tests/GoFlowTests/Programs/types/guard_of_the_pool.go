// answer: no (locked)
// reason: The connection has no lock, but the pool's mutex is held wherever lastUsed is touched.

package p

import (
	"sync"
	"time"
)

type conn struct {
	id       int
	lastUsed time.Time
}

type pool struct {
	mu    sync.Mutex
	conns []*conn
}

func (p *pool) touch(i int) *conn {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := p.conns[i%len(p.conns)]
	c.lastUsed = time.Now() // A
	return c
}

func (p *pool) idle(limit time.Duration) (n int) {
	p.mu.Lock()
	for _, c := range p.conns {
		if time.Since(c.lastUsed) > limit { // B
			n++
		}
	}
	p.mu.Unlock()
	return n
}

func Run(work []int) int {
	p := &pool{conns: []*conn{{id: 1}, {id: 2}}}
	for _, w := range work {
		go p.touch(w)
	}
	return p.idle(time.Second)
}
