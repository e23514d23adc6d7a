// answer: yes
// reason: The flag is set before the text is there: who finds it set may read while it is written.

package p

import (
	"sync"
	"sync/atomic"
)

type lazy struct {
	mu   sync.Mutex
	done atomic.Bool
	text string
}

func (l *lazy) get(text string) string {
	if l.done.Load() {
		return l.text // A
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.done.Load() {
		l.done.Store(true)
		l.text = text // B
	}
	return l.text
}

func Run(texts chan<- string) {
	l := &lazy{}
	go func() { texts <- l.get("goroutine") }()
	texts <- l.get("caller")
}
