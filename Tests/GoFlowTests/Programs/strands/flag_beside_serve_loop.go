// answer: yes
// reason: Shutdown sets the flag itself, beside the loop that reads it.

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
	c.draining = true // B
	c.send(func(c *conn) {
		c.streams = map[int]bool{}
	})
}
