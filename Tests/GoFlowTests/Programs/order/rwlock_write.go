// answer: no (locked)
// reason: The write holds the write side of the lock and the read holds the read side, which exclude each other.

package p

import (
	"net/http"
	"sync"
)

type pageCache struct {
	mu    sync.RWMutex
	pages map[string]string
}

func (c *pageCache) lookup(key string) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.pages[key] // A
	return v, ok
}

func (c *pageCache) store(key, page string) {
	c.mu.Lock()
	c.pages[key] = page // B
	c.mu.Unlock()
}

func (c *pageCache) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page, ok := c.lookup(r.URL.Path)
	if !ok {
		page = "rendered " + r.URL.Path
		c.store(r.URL.Path, page)
	}
	w.Write([]byte(page))
}

func MountPages() {
	http.Handle("/pages/", &pageCache{pages: map[string]string{}})
}
