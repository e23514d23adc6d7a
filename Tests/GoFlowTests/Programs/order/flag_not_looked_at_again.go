// answer: yes
// reason: Two that found the flag not set both write, one after the other, and the second one while others read.

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
	l.text = text // B
	l.done.Store(true)
	return l.text
}

func Run(texts chan<- string) {
	l := &lazy{}
	go func() { texts <- l.get("goroutine") }()
	texts <- l.get("caller")
}
