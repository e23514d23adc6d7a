// answer: yes
// reason: Close looks for the connection without the lock under which dial puts it there.

package p

import "sync"

type conn struct{}

func (*conn) stop() {}

type client struct {
	mu sync.Mutex
	c  *conn
}

func (c *client) dial() *conn {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.c == nil {
		c.c = open() // A
	}
	return c.c
}

func open() *conn { return &conn{} }

func (c *client) Close() {
	if c.c != nil { // B
		c.c.stop()
	}
}

func New() *client {
	c := &client{}
	go c.dial()
	return c
}
