// answer: no (other-memory)
// reason: Each connection gets a child of its own, with a map of its own, and one goroutine that uses both.

package p

import "net"

type child struct {
	conn     net.Conn
	requests map[int]string
}

func newChild(c net.Conn) *child {
	return &child{conn: c, requests: map[int]string{}}
}

func (c *child) serve() {
	defer c.cleanUp()
	for i := 0; i < 10; i++ {
		c.requests[i] = "request" // A
	}
}

func (c *child) cleanUp() {
	for _, request := range c.requests { // B
		c.conn.Write([]byte(request))
	}
}

func Serve(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		c := newChild(conn)
		go c.serve()
	}
}
