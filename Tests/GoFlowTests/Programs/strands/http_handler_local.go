// answer: no (other-memory)
// reason: The map is made inside the handler, so each request has its own.

package p

import (
	"encoding/json"
	"net/http"
)

type echo struct {
	limit int
}

func (e *echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	seen := make(map[string]int)
	for name, values := range r.URL.Query() {
		if len(seen) < e.limit {
			seen[name] = len(values) // A B
		}
	}
	json.NewEncoder(w).Encode(seen)
}

func Mount(mux *http.ServeMux) {
	mux.Handle("/echo", &echo{limit: 20})
}
