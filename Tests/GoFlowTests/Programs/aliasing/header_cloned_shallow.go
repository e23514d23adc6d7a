// answer: yes
// reason: maps.Clone copies the map only, the value slices are those of the request.

package p

import (
	"maps"
	"net/http"
)

type mirror struct{ headers chan http.Header }

func NewMirror(send func(http.Header)) *mirror {
	m := &mirror{headers: make(chan http.Header, 8)}
	go func() {
		for h := range m.headers {
			for _, values := range h {
				values[0] = "mirrored:" + values[0] // A
			}
			send(h)
		}
	}()
	return m
}

func (m *mirror) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	m.headers <- maps.Clone(r.Header)
	for _, values := range r.Header {
		for i := range values {
			values[i] = "" // B
		}
	}
}
