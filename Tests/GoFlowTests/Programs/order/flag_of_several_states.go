// answer: yes
// reason: Who finds the state half done reads what the next one still writes.

package p

import (
	"sync"
	"sync/atomic"
)

type lazy struct {
	mu    sync.Mutex
	state atomic.Int32
	text  string
}

func (l *lazy) get(text string) string {
	if l.state.Load() != 0 {
		return l.text // A
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.state.Load() != 2 {
		l.text = text // B
		l.state.Store(1)
	}
	return l.text
}

func (l *lazy) finish() { l.state.Store(2) }

func Run(texts chan<- string) {
	l := &lazy{}
	go func() { texts <- l.get("goroutine") }()
	go l.finish()
	texts <- l.get("caller")
}
