// answer: no (locked)
// reason: The deferred Unlock runs at the end of take, so the counter is raised under the lock.

package p

import (
	"net/http"
	"sync"
)

type budget struct{ used int }

type throttle struct {
	mu    sync.Mutex
	byKey map[string]*budget
}

func (l *throttle) take(key string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	q, ok := l.byKey[key]
	if !ok {
		q = &budget{}
		l.byKey[key] = q
	}
	q.used++ // A
	return q.used < 100
}

func (l *throttle) reset() {
	l.mu.Lock()
	for _, q := range l.byKey {
		q.used = 0 // B
	}
	l.mu.Unlock()
}

func (l *throttle) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodDelete {
		l.reset()
	} else if !l.take(r.RemoteAddr) {
		w.WriteHeader(http.StatusTooManyRequests)
	}
}

func New() http.Handler { return &throttle{byKey: map[string]*budget{}} }
