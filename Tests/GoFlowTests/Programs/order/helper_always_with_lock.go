// answer: no (locked)
// reason: Both callers of the helper hold the lock.

package p

import (
	"net/http"
	"sync"
)

type quota struct {
	mu   sync.Mutex
	used map[string]int
}

func (q *quota) charge(user string) {
	q.used[user]++ // A B
}

func (q *quota) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if user := r.FormValue("user"); user != "" {
		q.charge(user)
		return
	}
	q.charge("anonymous")
}

func New() http.Handler { return &quota{used: map[string]int{}} }
