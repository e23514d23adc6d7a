// answer: no (other-memory)
// reason: the one goroutine fills a slice in one field, the other one a buffer in another field
package example

import (
	"bytes"
	"sync"
)

type output struct {
	lines  []string
	errors bytes.Buffer
}

func Run() *output {
	out := &output{}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		out.lines = append(out.lines, "x") // A
	}()
	go func() {
		defer wg.Done()
		out.errors.WriteString("a") // B
	}()
	wg.Wait()
	return out
}
