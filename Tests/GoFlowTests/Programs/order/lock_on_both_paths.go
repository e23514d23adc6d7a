// answer: no (locked)
// reason: Both branches take the lock before they meet, though in different ways.

package p

import (
	"net/http"
	"sync"
)

type inbox struct {
	mu      sync.Mutex
	delayed int
	mails   []string
}

func (m *inbox) put(text string, urgent bool) {
	if urgent {
		m.mu.Lock()
	} else {
		if !m.mu.TryLock() {
			m.mu.Lock()
			m.delayed++
		}
	}
	m.mails = append(m.mails, text) // A B
	m.mu.Unlock()
}

func (m *inbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	m.put(r.FormValue("text"), r.FormValue("urgent") != "")
}

func New() http.Handler { return new(inbox) }
