// answer: no (atomic)
// reason: The shared counters are atomics, so two requests may increment one at the same time.

package p

import (
	"net/http"
	"sync"
	"sync/atomic"
)

type visitCounter struct {
	byPath sync.Map
}

func (c *visitCounter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v, ok := c.byPath.Load(r.URL.Path)
	if !ok {
		v, _ = c.byPath.LoadOrStore(r.URL.Path, new(atomic.Int64))
	}
	n := v.(*atomic.Int64)
	n.Add(1) // A B
	w.WriteHeader(http.StatusNoContent)
}

func New() http.Handler { return &visitCounter{} }
