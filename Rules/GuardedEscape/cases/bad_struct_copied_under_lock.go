// race: ok_element_read_under_lock.go

package example

import (
	"encoding/json"
	"sync"
)

type counts struct {
	Name  string         `json:"name"`
	Paths map[string]int `json:"paths"`
}

type Stats struct {
	mu sync.Mutex
	counts
}

func (s *Stats) Count(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Paths[path]++
}

func (s *Stats) JSON() ([]byte, error) {
	s.mu.Lock()
	copied := s.counts // want "map `counts.Paths`, which `Stats.mu` guards, is read after"
	s.mu.Unlock()
	return json.Marshal(copied)
}
