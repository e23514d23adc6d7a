package example

import (
	"runtime"
	"sync"
)

// Conn gives its lock back for a while where it waits for input, and nobody is let go on by that.
type Conn struct {
	mu      sync.Mutex
	inTurns bool
	input   []byte
	version int
}

func Open() *Conn {
	return &Conn{inTurns: true}
}

func (c *Conn) Handshake() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.read()
	c.setVersion(1)
	c.read()
	c.setVersion(2)
}

func (c *Conn) setVersion(version int) {
	c.version = version // want "field `Conn.version` is written with no lock that both sides hold"
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
	runtime.Gosched()
	c.mu.Lock()
}

func (c *Conn) Give(input []byte) int {
	c.mu.Lock()
	c.input = append(c.input, input...)
	c.mu.Unlock()
	return c.version
}

func (c *Conn) Version() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.version
}
