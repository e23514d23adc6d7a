// answer: no (one-goroutine)
// reason: Shutdown sends the loop what to do, and it is the loop that does it.

package p

type conn struct {
	messages chan any
	frames   chan []byte
	draining bool
	streams  map[int]bool
}

func Serve(frames chan []byte) *conn {
	c := &conn{messages: make(chan any, 8), frames: frames, streams: map[int]bool{}}
	go c.serve()
	return c
}

func (c *conn) serve() {
	for {
		select {
		case frame := <-c.frames:
			if c.draining { // A
				continue
			}
			c.streams[len(frame)] = true
		case m := <-c.messages:
			switch m := m.(type) {
			case func(*conn):
				m(c)
			case int:
				delete(c.streams, m)
			}
		}
	}
}

func (c *conn) send(m any) {
	c.messages <- m
}

func (c *conn) Shutdown() {
	c.send(func(c *conn) {
		c.draining = true // B
	})
}
