package example

import "sync"

type closer struct{ running sync.WaitGroup }

func (c *closer) wait() {
	if c == nil {
		return
	}
	c.running.Wait()
}

// Sum waits for the goroutine: the closer is not nil.
func Sum(names <-chan string) map[string]int {
	counts := map[string]int{}
	c := &closer{}
	c.running.Add(1)
	go func() {
		defer c.running.Done()
		for name := range names {
			counts[name]++
		}
	}()
	c.wait()
	delete(counts, "")
	return counts
}
