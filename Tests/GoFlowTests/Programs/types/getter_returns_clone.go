// answer: no (copied)
// reason: All clones the map under the lock, so the encoder ranges over a map that nobody writes.

package p

import (
	"encoding/json"
	"maps"
	"net/http"
	"sync"
)

type switches struct {
	mu sync.RWMutex
	on map[string]bool
}

func (f *switches) Set(name string, on bool) {
	f.mu.Lock()
	f.on[name] = on // A
	f.mu.Unlock()
}

func (f *switches) All() map[string]bool {
	f.mu.RLock()
	defer f.mu.RUnlock()
	return maps.Clone(f.on)
}

func (f *switches) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPut {
		f.Set(r.URL.Query().Get("name"), true)
		return
	}
	json.NewEncoder(w).Encode(f.All()) // B
}

func New() http.Handler { return &switches{on: map[string]bool{}} }
