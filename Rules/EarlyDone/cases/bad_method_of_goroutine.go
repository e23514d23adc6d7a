package cases

import "sync"

type crawler struct {
	wg    sync.WaitGroup
	pages map[string]int
}

func (c *crawler) crawl(urls []string) map[string]int {
	for _, url := range urls {
		c.wg.Add(1)
		go c.visit(url)
	}
	c.wg.Wait()
	return c.pages
}

// The goroutine runs a method of the package.
func (c *crawler) visit(url string) {
	size := len(url)
	c.wg.Done() // want "`c.wg.Done\(\)` announces completion before the change of `c.pages\[url\]`"
	c.pages[url] = size
}
