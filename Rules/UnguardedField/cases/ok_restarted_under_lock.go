// Whoever calls connect holds the lock, be it the goroutine that connects again later.
package example

import (
	"sync"
	"time"
)

type link struct {
	mu      sync.Mutex
	session *session
	closed  bool
}

type session struct{ started time.Time }

func (l *link) Open() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.connect()
}

func (l *link) connect() {
	l.session = &session{started: time.Now()}
	go l.watch()
	l.report(l.session.started)
}

func (l *link) watch() {
	time.Sleep(time.Minute)
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.closed {
		l.connect()
	}
}

func (l *link) report(at time.Time) { println(at.String()) }

func (l *link) Close() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
}
