// answer: yes
// reason: The encoder is made two calls deeper, and still writes to the counting writer that all goroutines have.

package p

import (
	"encoding/json"
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

func encode(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }

func report(w io.Writer, v any) {
	if err := encode(w, v); err != nil {
		panic(err)
	}
}

func ReportAll(w io.Writer, values []int) {
	c := &counting{w: w}
	for _, v := range values {
		go report(c, v)
	}
}
