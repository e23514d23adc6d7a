package example

import "sync"

// Conn reads in one goroutine, which gives its lock back and lets the other one go on whenever it
// wants more, and waits for that one.
type Conn struct {
	mu      sync.Mutex
	inTurns bool
	blocked chan struct{}
	more    chan struct{}
	input   []byte
	version int
}

func Open() *Conn {
	return &Conn{inTurns: true, blocked: make(chan struct{}), more: make(chan struct{})}
}

// Handshake is run by a goroutine of the user, which waits for it by Started.
func (c *Conn) Handshake() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.read()
	c.setVersion(1)
	c.read()
	c.setVersion(2)
}

func (c *Conn) Started() { <-c.blocked }

func (c *Conn) setVersion(version int) { c.version = version }

func (c *Conn) read() {
	for len(c.input) == 0 {
		if c.inTurns {
			c.wait()
		}
	}
	c.input = c.input[1:]
}

func (c *Conn) wait() {
	c.mu.Unlock()
	c.blocked <- struct{}{}
	<-c.more
	c.mu.Lock()
}

func (c *Conn) Give(input []byte) int {
	c.input = append(c.input, input...)
	c.more <- struct{}{}
	<-c.blocked
	return c.version
}

func (c *Conn) Version() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.version
}
