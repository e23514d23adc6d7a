package example

import "net/http"

// known-miss: a function that is converted to a handler and returned is not known to run for each
// request.

type L struct{ n int }

func (l *L) Wrap(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l.n++
		h.ServeHTTP(w, r)
	})
}
