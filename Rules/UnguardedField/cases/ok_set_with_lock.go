package example

import "sync"

// Level is one number that several goroutines know.
type Level struct {
	mu    sync.Mutex
	level int
}

func (l *Level) Set(level int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.level = level
}

func (l *Level) Level() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.level
}
