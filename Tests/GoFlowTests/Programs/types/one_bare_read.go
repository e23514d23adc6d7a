// answer: yes
// reason: Everywhere else the sessions map is used under the mutex, but Len reads it bare while Put may write it.

package p

import "sync"

type Sessions struct {
	mu   sync.Mutex
	byID map[string]int64
}

func NewSessions() *Sessions {
	return &Sessions{byID: make(map[string]int64)}
}

func (s *Sessions) Put(id string, user int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.byID[id] = user // A
}

func (s *Sessions) Get(id string) (int64, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	u, ok := s.byID[id]
	return u, ok
}

func (s *Sessions) Drop(id string) {
	s.mu.Lock()
	delete(s.byID, id)
	s.mu.Unlock()
}

func (s *Sessions) Len() int {
	return len(s.byID) // B
}
