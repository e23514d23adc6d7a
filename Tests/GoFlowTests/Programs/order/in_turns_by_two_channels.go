// answer: no (before-signal)
// reason: The goroutine writes only while `Start` or `Give` waits for it to be blocked again, and they go on only while it waits for more: the two channels let one of them go on at a time.

package p

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

func (c *Conn) Start() {
	go c.handshake()
	<-c.blocked
}

func (c *Conn) handshake() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.read()
	c.setVersion(1)
	c.read()
	c.setVersion(2)
}

func (c *Conn) setVersion(version int) {
	c.version = version // A
}

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
	return c.version // B
}

func (c *Conn) Version() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.version
}
