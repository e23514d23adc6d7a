// answer: yes
// reason: the type has a lock, and one of two methods takes it
package example

import "sync"

type Level struct {
	mu    sync.Mutex
	level int
}

func (l *Level) Set(level int) {
	l.mu.Lock()
	l.level = level // A
	l.mu.Unlock()
}

func (l *Level) Level() int { return l.level } // B
