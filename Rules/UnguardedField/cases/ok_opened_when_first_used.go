// The connection is opened under the lock by whoever comes first; everybody uses it only after
// having held that lock.
package example

import (
	"net"
	"sync"
)

type client struct {
	address string
	mu      sync.Mutex
	conn    net.Conn
}

func (c *client) Send(frame []byte) error {
	c.mu.Lock()
	if c.conn == nil {
		conn, err := net.Dial("tcp", c.address)
		if err != nil {
			c.mu.Unlock()
			return err
		}
		c.conn = conn
	}
	c.mu.Unlock()
	_, err := c.conn.Write(frame)
	return err
}

func broadcast(c *client, frames [][]byte) {
	for _, frame := range frames {
		go c.Send(frame)
	}
}
