package example

import (
	"fmt"
	"net/http"
	"sync"
)

type Caps struct {
	mu   sync.Mutex
	caps map[string]string
	sets int
}

func set[K comparable, V any, M ~map[K]V](m *M, key K, value V) {
	if *m == nil {
		*m = make(map[K]V)
	}
	(*m)[key] = value
}

func (c *Caps) Set(node, value string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	set(&c.caps, node, value)
	c.sets++
}

func (c *Caps) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	fmt.Fprint(w, c.caps[r.URL.Path])
}
