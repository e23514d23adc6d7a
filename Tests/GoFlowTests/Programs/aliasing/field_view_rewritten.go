// answer: yes
// reason: frame.body is a view of the connection's scratch buffer, and the next Read fills that buffer again.

package p

import (
	"bytes"
	"io"
)

type frame struct {
	body []byte
}

type conn struct {
	r       io.Reader
	scratch [512]byte
}

func (c *conn) loop(frames chan<- frame) error {
	for {
		n, err := c.r.Read(c.scratch[:]) // A
		if err != nil {
			close(frames)
			return err
		}
		frames <- frame{body: c.scratch[:n]}
	}
}

func CountLines(r io.Reader) int {
	frames := make(chan frame, 4)
	c := &conn{r: r}
	go c.loop(frames)
	lines := 0
	for f := range frames {
		lines += bytes.Count(f.body, []byte{'\n'}) // B
	}
	return lines
}
