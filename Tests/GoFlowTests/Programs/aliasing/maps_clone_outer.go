// answer: no (copied)
// reason: The goroutine ranges over its own map; the caller deletes from the other one and rewrites no value slice.

package p

import (
	"maps"
	"net/url"
	"strings"
)

type formLog struct {
	lines chan string
}

func (l *formLog) record(v url.Values) {
	own := maps.Clone(v)
	go func() {
		var b strings.Builder
		for name, values := range own { // A
			b.WriteString(name + ":" + strings.Join(values, ","))
		}
		l.lines <- b.String()
	}()
}

func Submit(l *formLog, v url.Values) {
	l.record(v)
	delete(v, "password") // B
}
