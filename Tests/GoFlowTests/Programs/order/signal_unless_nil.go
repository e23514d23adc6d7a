// answer: no (joined)
// reason: where there is nothing to signal to there is nothing to wait for either
package example

import "sync"

type closer struct{ running sync.WaitGroup }

func (c *closer) done() {
	if c == nil {
		return
	}
	c.running.Done()
}

func Count(names <-chan string) int {
	count := 0
	c := &closer{}
	c.running.Add(1)
	go func() {
		defer c.done()
		for range names {
			count++ // A
		}
	}()
	c.running.Wait()
	return count // B
}
