// answer: yes
// reason: Each request makes its own Once, so nothing keeps two requests from running the body together.

package p

import (
	"net/http"
	"sync"
)

type gateway struct {
	discover func() []string
	addrs    []string
}

func (g *gateway) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	once := new(sync.Once)
	for range 2 {
		once.Do(func() {
			g.addrs = g.discover() // A B
		})
	}
	w.WriteHeader(http.StatusNoContent)
}

func Mount(mux *http.ServeMux, discover func() []string) {
	mux.Handle("/", &gateway{discover: discover})
}
