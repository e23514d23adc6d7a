// answer: no (other-memory)
// reason: Each goroutine prints to a counting writer of its own.

package p

import (
	"fmt"
	"io"
)

type counting struct {
	w io.Writer
	n int
}

func (c *counting) Write(p []byte) (int, error) {
	c.n += len(p) // A B
	return c.w.Write(p)
}

func Greet(w io.Writer, names []string) {
	for _, name := range names {
		c := &counting{w: w}
		go func() { fmt.Fprintf(c, "hello %s\n", name) }()
	}
}
