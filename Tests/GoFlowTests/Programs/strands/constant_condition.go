// answer: no (before-start)
// reason: the condition is a constant and false: the read is never gone to.
package p

import "sync"

const debug = false

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add() {
	c.mu.Lock()
	c.n++ // A
	c.mu.Unlock()
}

func (c *counter) show() {
	if debug {
		println(c.n) // B
	}
}

func run(c *counter) {
	go c.add()
	c.show()
}
