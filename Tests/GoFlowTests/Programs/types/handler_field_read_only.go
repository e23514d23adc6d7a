// answer: no (only-read)
// reason: The handler's table is filled before it is handed out and every request only reads it.

package p

import (
	"net/http"
)

type router struct {
	routes map[string]string
}

func newRouter(pairs [][2]string) *router {
	r := &router{routes: make(map[string]string, len(pairs))}
	for _, p := range pairs {
		r.routes[p[0]] = p[1]
	}
	return r
}

func (rt *router) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	target, ok := rt.routes[r.URL.Path] // A B
	if !ok {
		http.NotFound(w, r)
		return
	}
	http.Redirect(w, r, target, http.StatusFound)
}

func ListenRouter(addr string, pairs [][2]string) error {
	return http.ListenAndServe(addr, newRouter(pairs))
}
