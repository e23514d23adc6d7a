// answer: yes
// reason: Reset sets the flag back, so that get may write while another one still reads what it found before.

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

func (l *lazy) reset() { l.done.Store(false) }

func Run(texts chan<- string) {
	l := &lazy{}
	go func() { texts <- l.get("goroutine") }()
	texts <- l.get("caller")
	l.reset()
	texts <- l.get("again")
}
