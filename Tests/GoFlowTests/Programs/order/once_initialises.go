// answer: no (once)
// reason: The assignment runs inside once.Do, and every reader has returned from the same once.Do.

package p

import (
	"net/http"
	"regexp"
	"sync"
)

type matcher struct {
	once    sync.Once
	pattern string
	re      *regexp.Regexp
}

func (m *matcher) compiled() *regexp.Regexp {
	m.once.Do(func() {
		m.re = regexp.MustCompile(m.pattern) // A
	})
	return m.re // B
}

func (m *matcher) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !m.compiled().MatchString(r.URL.Path) {
		http.NotFound(w, r)
	}
}

func New(pattern string) http.Handler { return &matcher{pattern: pattern} }
