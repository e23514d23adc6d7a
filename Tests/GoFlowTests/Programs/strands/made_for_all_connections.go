// answer: yes
// reason: One child with one map is made for all connections, and each of them has a goroutine that uses it.

package p

import "net"

type child struct {
	requests map[int]string
}

func newChild() *child {
	return &child{requests: map[int]string{}}
}

func (c *child) serve(conn net.Conn) {
	defer c.cleanUp(conn)
	for i := 0; i < 10; i++ {
		c.requests[i] = "request" // A
	}
}

func (c *child) cleanUp(conn net.Conn) {
	for _, request := range c.requests { // B
		conn.Write([]byte(request))
	}
}

func Serve(l net.Listener) error {
	c := newChild()
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go c.serve(conn)
	}
}
