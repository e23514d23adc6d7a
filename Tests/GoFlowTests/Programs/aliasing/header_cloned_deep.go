// answer: no (copied)
// reason: http.Header.Clone copies the value slices too.

package p

import "net/http"

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
	m.headers <- r.Header.Clone()
	for _, values := range r.Header {
		for i := range values {
			values[i] = "" // B
		}
	}
}
