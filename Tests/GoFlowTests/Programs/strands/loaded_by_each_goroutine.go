// answer: no (distinct-elements)
// reason: Each goroutine of the first loop puts what it made itself into the map under its name, and each goroutine of the second loop gets another one of these.

package p

import "sync"

type label struct{ text string }

type crate struct {
	name string
	mark *label
}

func load(name string) *crate {
	c := &crate{name: name}
	c.mark = &label{}
	return c
}

func Restore(names []string) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	crates := make(map[string]*crate)
	for _, name := range names {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			c := load(name)
			mu.Lock()
			crates[c.name] = c
			mu.Unlock()
		}(name)
	}
	wg.Wait()
	for _, c := range crates {
		wg.Add(1)
		go func(c *crate) {
			defer wg.Done()
			c.mark.text = c.name // A B
		}(c)
	}
	wg.Wait()
}
