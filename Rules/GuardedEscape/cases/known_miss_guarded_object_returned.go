package example

import "sync"

// known-miss: an object whose fields the lock guards is not taken for one that leaves it.

type User struct {
	Name  string
	Roles []string
}

type S struct {
	mu sync.RWMutex
	m  map[string]*User
}

func New() *S { return &S{m: map[string]*User{}} }

func (s *S) Get(id string) *User {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.m[id]
}

func (s *S) Rename(id, n string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if u := s.m[id]; u != nil {
		u.Name = n
	}
}

func (s *S) Grant(id, r string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.m[id]
	u.Roles = append(u.Roles, r)
}

func (s *S) Add(u *User) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.m[u.Name] = u
}
