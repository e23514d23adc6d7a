// answer: yes
// reason: The entry is looked up under the lock, but its counter is raised after Unlock.

package p

import (
	"net/http"
	"sync"
)

type quota struct{ used int }

type limiter struct {
	mu    sync.Mutex
	byKey map[string]*quota
}

func (l *limiter) take(key string) int {
	l.mu.Lock()
	q, ok := l.byKey[key]
	if !ok {
		q = &quota{}
		l.byKey[key] = q
	}
	l.mu.Unlock()
	q.used++ // A B
	return 0
}

func (l *limiter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	l.take(r.RemoteAddr)
}

func New() http.Handler { return &limiter{byKey: map[string]*quota{}} }
