// answer: yes
// reason: The call stays in the map, so that two goroutines that receive the same reply complete it at once.

package p

import "sync"

type call struct {
	reply int
	done  chan struct{}
}

type Client struct {
	mu      sync.Mutex
	pending map[int]*call
}

func (c *Client) Register(id int) *call {
	cl := &call{done: make(chan struct{})}
	c.mu.Lock()
	c.pending[id] = cl
	c.mu.Unlock()
	return cl
}

func (c *Client) complete(id, reply int) {
	c.mu.Lock()
	cl := c.pending[id]
	c.mu.Unlock()
	if cl != nil {
		cl.reply = reply // A B
		close(cl.done)
	}
}

func (c *Client) Receive(replies <-chan [2]int) {
	for range 2 {
		go func() {
			for r := range replies {
				c.complete(r[0], r[1])
			}
		}()
	}
}
