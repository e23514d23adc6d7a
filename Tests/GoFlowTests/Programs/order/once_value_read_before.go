// answer: yes
// reason: The length is read before the function that initialises the table was called.

package p

import (
	"net/http"
	"sync"
)

type catalog struct {
	once  sync.Once
	items []string
	load  func() []string
}

func (c *catalog) get() []string {
	c.once.Do(func() {
		c.items = c.load() // A
	})
	return c.items
}

func (c *catalog) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if len(c.items) == 0 { // B
		w.Header().Set("X-Cold", "true")
	}
	for _, i := range c.get() {
		w.Write([]byte(i))
	}
}

func New(load func() []string) http.Handler { return &catalog{load: load} }
