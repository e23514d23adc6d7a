// answer: no (one-goroutine)
// reason: The type has a mutex, but this instance is a local of Parse that never leaves its goroutine.

package p

import (
	"strings"
	"sync"
)

type symbols struct {
	mu  sync.Mutex
	ids map[string]int
}

func (s *symbols) intern(name string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	id, ok := s.ids[name]
	if !ok {
		id = len(s.ids)
		s.ids[name] = id // A
	}
	return id
}

func Parse(text string) (ids []int, distinct int) {
	s := &symbols{ids: map[string]int{}}
	for _, word := range strings.Fields(text) {
		ids = append(ids, s.intern(word))
	}
	return ids, len(s.ids) // B
}
