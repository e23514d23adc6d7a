// answer: no (handed-over)
// reason: CloseAll takes the map out under the lock and leaves nil; whoever looks a slice up later finds it in another map.

package p

import (
	"sync"
	"time"
)

type conn struct{ id int }

func (c *conn) close() {}

type Pool struct {
	mu   sync.Mutex
	idle map[string][]*conn
}

func (p *Pool) Put(key string, c *conn) {
	p.mu.Lock()
	if p.idle == nil {
		p.idle = make(map[string][]*conn)
	}
	p.idle[key] = append(p.idle[key], c)
	p.mu.Unlock()
	time.AfterFunc(time.Minute, func() { p.drop(key, c) })
}

func (p *Pool) drop(key string, c *conn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	conns := p.idle[key]
	for i, other := range conns {
		if other == c {
			copy(conns[i:], conns[i+1:]) // A
			p.idle[key] = conns[:len(conns)-1]
			return
		}
	}
}

func (p *Pool) CloseAll() {
	p.mu.Lock()
	m := p.idle
	p.idle = nil
	p.mu.Unlock()
	for _, conns := range m {
		for _, c := range conns { // B
			c.close()
		}
	}
}
