// answer: no (one-goroutine)
// reason: Each connection's goroutine stores its own callback in its own connection and calls it itself.

package p

type conn struct {
	in      chan string
	onLine  func(string)
	counted int
}

func (c *conn) serve() {
	lines := 0
	c.onLine = func(s string) {
		lines += len(s) // A B
	}
	for s := range c.in {
		c.onLine(s)
	}
	c.counted = lines
}

func Serve(accepted chan chan string) {
	for in := range accepted {
		c := &conn{in: in}
		go c.serve()
	}
}
