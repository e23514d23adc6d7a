// answer: no (copied)
// reason: Only a string made from the bytes is stored, and strings never change.

package p

import (
	"strings"
	"sync"
	"time"
)

type statuses struct {
	byHost sync.Map
	show   func(host, text string)
}

func (l *statuses) set(host string, raw []byte) { l.byHost.Store(host, string(raw)) }

func (l *statuses) reportEvery(d time.Duration) {
	for range time.Tick(d) {
		l.byHost.Range(func(k, v any) bool {
			l.show(k.(string), strings.ToUpper(v.(string))) // A
			return true
		})
	}
}

func Poll(hosts <-chan string, probe func(string, []byte) int, show func(string, string)) {
	l := &statuses{show: show}
	go l.reportEvery(time.Millisecond)
	raw := make([]byte, 128)
	for h := range hosts {
		n := probe(h, raw) // B
		l.set(h, raw[:n])
	}
}
