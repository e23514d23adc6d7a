// answer: yes
// reason: All hands out the guarded map itself, so its caller ranges over it without the lock that Set holds.

package p

import (
	"encoding/json"
	"net/http"
	"sync"
)

type flags struct {
	mu sync.RWMutex
	on map[string]bool
}

func (f *flags) Set(name string, on bool) {
	f.mu.Lock()
	f.on[name] = on // A
	f.mu.Unlock()
}

func (f *flags) All() map[string]bool {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return f.on
}

func (f *flags) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPut {
		f.Set(r.URL.Query().Get("name"), true)
		return
	}
	json.NewEncoder(w).Encode(f.All()) // B
}

func New() http.Handler { return &flags{on: map[string]bool{}} }
