package example

import (
	"sync"
	"time"
)

type Source struct {
	mu       sync.Mutex
	address  string
	failures int
}

func Open(address string, emit func(string)) *Source {
	s := &Source{address: address}
	go s.poll(time.Second, emit)
	return s
}

func (s *Source) Move(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.address = address // want "field `Source.address` is written with no lock that both sides hold"
	s.failures = 0      // want "field `Source.failures` is written with no lock that both sides hold"
}
