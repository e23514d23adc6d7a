// race: ok_owned_by_loop.go

package example

import (
	"sync"
	"time"
)

type Status struct {
	mu    sync.RWMutex
	since time.Time
}

func Run(stop <-chan bool, start time.Time) *Status {
	s := &Status{}
	go s.watch(stop)
	s.since = start // want "field `Status.since` is written with no lock that both sides hold"
	return s
}

func (s *Status) watch(stop <-chan bool) {
	for range stop {
		s.mu.RLock()
		isSet := !s.since.IsZero()
		s.mu.RUnlock()
		println(isSet)
	}
}
