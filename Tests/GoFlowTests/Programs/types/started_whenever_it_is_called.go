// answer: yes
// reason: Start starts the other side anew whenever it is called, while others dial.

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
}

// Start gives the address, after the other side was started once.
func (c *Client) Start() (net.Addr, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	protocol := "tcp"
	c.protocol = &protocol // A
	c.address = &net.TCPAddr{}
	return c.address, nil
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
