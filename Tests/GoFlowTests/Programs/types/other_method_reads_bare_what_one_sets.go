// answer: yes
// reason: `Run` looks at the client without the lock, while `Serve` may set it.

package p

import "sync"

type client struct{ number int }

func (c *client) run() {}

type Dialer struct {
	mu     sync.RWMutex
	client *client
}

func (d *Dialer) Serve() {
	for i := 0; i < 3; i++ {
		c := &client{number: i}
		d.mu.Lock()
		d.client = c // A
		d.mu.Unlock()
		d.client.run()
		d.mu.Lock()
		d.client = nil
		d.mu.Unlock()
	}
}

func (d *Dialer) Number() int {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.client == nil {
		return 0
	}
	return d.client.number
}

func (d *Dialer) Run() {
	if d.client != nil { // B
		d.client.run()
	}
}
