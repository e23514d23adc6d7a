// answer: no (before-start)
// reason: Start returns the address where there is one; who dials was given the client after that.

package p

import (
	"net"
	"sync"
	"time"
)

type Client struct {
	mu       sync.Mutex
	address  net.Addr
	protocol *string
	stop     chan struct{}
}

// Start gives the address, after the other side was started once.
func (c *Client) Start() (net.Addr, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.address != nil {
		return c.address, nil
	}
	protocol := "tcp"
	c.protocol = &protocol // A
	go c.watch()
	c.address = &net.TCPAddr{}
	return c.address, nil
}

func (c *Client) watch() {
	<-c.stop
	c.mu.Lock()
	c.stop = nil
	c.mu.Unlock()
}

// Dial connects to the other side.
func (c *Client) Dial(timeout time.Duration) (net.Conn, error) {
	return net.DialTimeout(*c.protocol, "", timeout) // B
}

// Connect starts the other side and connects to it.
func (c *Client) Connect() (net.Conn, error) {
	if _, err := c.Start(); err != nil {
		return nil, err
	}
	return c.Dial(time.Second)
}
