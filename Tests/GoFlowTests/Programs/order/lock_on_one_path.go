// answer: yes
// reason: The lock is taken only when the message is urgent, so two others are appended without it.

package p

import (
	"net/http"
	"sync"
)

type mailbox struct {
	mu    sync.Mutex
	mails []string
}

func (m *mailbox) put(text string, urgent bool) {
	if urgent {
		m.mu.Lock()
		defer m.mu.Unlock()
	}
	m.mails = append(m.mails, text) // A B
}

func (m *mailbox) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	m.put(r.FormValue("text"), r.FormValue("urgent") != "")
}

func New() http.Handler { return new(mailbox) }
