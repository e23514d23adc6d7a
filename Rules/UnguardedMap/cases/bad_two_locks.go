package example

import "sync"

type Store struct {
	readers sync.Mutex
	writers sync.Mutex
	values  map[string]string
}

func Open() *Store {
	s := &Store{values: map[string]string{}}
	go s.dump()
	return s
}

func (s *Store) dump() {
	s.readers.Lock()
	defer s.readers.Unlock()
	for key, value := range s.values {
		println(key, value)
	}
}

func (s *Store) Put(key, value string) {
	s.writers.Lock()
	s.values[key] = value // want "map `Store.values` is written with no lock that both sides hold"
	s.writers.Unlock()
}
