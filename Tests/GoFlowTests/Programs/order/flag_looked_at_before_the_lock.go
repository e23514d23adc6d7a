// answer: no (atomic)
// reason: Who finds the flag set reads what was written before it was set.

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
		l.text = text // B
		l.done.Store(true)
	}
	return l.text
}

func Run(texts chan<- string) {
	l := &lazy{}
	go func() { texts <- l.get("goroutine") }()
	texts <- l.get("caller")
}
