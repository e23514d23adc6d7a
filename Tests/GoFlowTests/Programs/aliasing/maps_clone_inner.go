// answer: yes
// reason: maps.Clone copies the map but not the value slices, and the caller rewrites an element of one of them.

package p

import (
	"maps"
	"net/http"
	"strings"
)

type accessLog struct {
	lines chan string
}

func (l *accessLog) record(h http.Header) {
	own := maps.Clone(h)
	go func() {
		var b strings.Builder
		for name, values := range own {
			b.WriteString(name + ":" + strings.Join(values, ",")) // A
		}
		l.lines <- b.String()
	}()
}

func Forward(l *accessLog, h http.Header) {
	l.record(h)
	if auth := h["Authorization"]; len(auth) > 0 {
		auth[0] = "redacted" // B
	}
}
