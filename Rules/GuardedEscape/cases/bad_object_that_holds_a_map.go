package example

import "sync"

type session struct {
	id   string
	vars map[string]string
}

type Sessions struct {
	mu   sync.Mutex
	byID map[string]*session
}

func (s *Sessions) Set(id, key, value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.byID[id].vars[key] = value
}

func (s *Sessions) get(id string) *session {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.byID[id] // want "map `session.vars`, which `Sessions.mu` guards, is reached by what"
}

func (s *Sessions) Dump(id string) {
	for key, value := range s.get(id).vars {
		println(key, value)
	}
}
