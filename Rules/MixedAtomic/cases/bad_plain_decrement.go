// race: ok_typed.go

package example

import (
	"net/http"
	"sync/atomic"
)

type Gate struct{ inside int64 }

func (g *Gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if atomic.AddInt64(&g.inside, 1) > 100 {
		http.Error(w, "full", http.StatusServiceUnavailable)
	}
	g.inside-- // want "field `Gate.inside` is used through sync/atomic"
}

func Main() error {
	return http.ListenAndServe(":8080", &Gate{})
}
