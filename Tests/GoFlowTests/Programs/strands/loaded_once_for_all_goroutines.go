// answer: yes
// reason: All goroutines of the first loop put one and the same crate into the map under different names, so that goroutines of the second loop share it.

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
	empty := load("empty")
	for _, name := range names {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			mu.Lock()
			crates[name] = empty
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
