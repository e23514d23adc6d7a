// race: ok_element_read_under_lock.go

package example

import (
	"encoding/json"
	"net/http"
	"sync"
)

type Stats struct {
	mu     sync.Mutex
	counts map[string]int
}

func (s *Stats) Count(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.counts[path]++
}

func (s *Stats) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	counts := s.counts // want "map `Stats.counts`, which `Stats.mu` guards, is read after"
	s.mu.Unlock()
	json.NewEncoder(w).Encode(counts)
}
