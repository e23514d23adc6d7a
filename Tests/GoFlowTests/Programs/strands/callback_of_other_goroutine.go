// answer: yes
// reason: The callback that the constructor's caller stores runs in the connection's goroutine while the caller counts on.

package p

type conn struct {
	in     chan string
	onLine func(string)
}

func start(in chan string, onLine func(string)) *conn {
	c := &conn{in: in, onLine: onLine}
	go c.serve()
	return c
}

func (c *conn) serve() {
	for s := range c.in {
		c.onLine(s)
	}
}

func Count(in chan string) int {
	lines := 0
	start(in, func(s string) {
		lines += len(s) // A
	})
	return lines // B
}
