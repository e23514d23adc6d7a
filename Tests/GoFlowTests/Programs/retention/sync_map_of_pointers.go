// answer: yes
// reason: LoadOrStore gives two requests of one path the same counter pointer, and both increment what it points to.

package p

import (
	"net/http"
	"sync"
)

type hits struct{ n int }

type hitCounter struct {
	byPath sync.Map
}

func (c *hitCounter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v, _ := c.byPath.LoadOrStore(r.URL.Path, &hits{})
	h := v.(*hits)
	h.n++ // A B
	w.WriteHeader(http.StatusNoContent)
}

func New() http.Handler { return &hitCounter{} }
