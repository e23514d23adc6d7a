package example

import "sync"

type Store struct {
	outer sync.Mutex
	mu    sync.Mutex
	rows  map[int]string
}

func (s *Store) Put(id int, row string) {
	s.outer.Lock()
	defer s.outer.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows[id] = row
}

func (s *Store) Each(visit func(int, string)) {
	s.outer.Lock()
	defer s.outer.Unlock()
	s.mu.Lock()
	rows := s.rows
	s.mu.Unlock()
	for id, row := range rows {
		visit(id, row)
	}
}
