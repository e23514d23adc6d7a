// answer: no (joined)
// reason: each visit raises the count for its helpers before it is done itself
package example

import "sync"

type crawler struct {
	wg    sync.WaitGroup
	mu    sync.Mutex
	links map[string][]string
	errs  []string
}

func (c *crawler) visit(page string, depth int) {
	defer c.wg.Done()
	if depth == 0 {
		c.mu.Lock()
		c.errs = append(c.errs, page) // A
		c.mu.Unlock()
		return
	}
	for _, link := range c.links[page] {
		c.wg.Add(1)
		go c.visit(link, depth-1)
	}
}

func (c *crawler) Run(page string) []string {
	c.wg.Add(1)
	go c.visit(page, 3)
	c.wg.Wait()
	return c.errs // B
}
