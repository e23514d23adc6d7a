// answer: no (other-memory)
// reason: Update fills a new map and puts it in place under the lock; the map that a reader took under RLock is never written.

package p

import (
	"maps"
	"net/http"
	"sync"
)

type routes struct {
	mu      sync.RWMutex
	targets map[string]string
}

func (t *routes) Update(path, target string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	next := maps.Clone(t.targets)
	if next == nil {
		next = map[string]string{}
	}
	next[path] = target // A
	t.targets = next
}

func (t *routes) current() map[string]string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.targets
}

func (t *routes) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPut {
		t.Update(r.URL.Path, r.FormValue("to"))
		return
	}
	targets := t.current()
	http.Redirect(w, r, targets[r.URL.Path], http.StatusFound) // B
}

func New() http.Handler { return &routes{} }
