// answer: yes
// reason: The handler calls the helper without the lock that the other caller holds.

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
	if user := r.FormValue("user"); user != "" {
		q.mu.Lock()
		q.charge(user)
		q.mu.Unlock()
		return
	}
	q.charge("anonymous")
}

func New() http.Handler { return &quota{used: map[string]int{}} }
