// answer: yes
// reason: Fprintf calls the Write of the counting writer, which counts without a lock in each goroutine.

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
	c := &counting{w: w}
	for _, name := range names {
		go func() { fmt.Fprintf(c, "hello %s\n", name) }()
	}
}
