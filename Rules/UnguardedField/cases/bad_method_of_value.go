// race: ok_owned_by_loop.go

package example

import (
	"fmt"
	"sync"
	"time"
)

type State struct {
	mu      sync.Mutex
	started time.Time
	ended   time.Time
}

func Run(stop <-chan bool) string {
	s := &State{}
	go s.follow(stop)
	return s.text()
}

func (s *State) follow(stop <-chan bool) {
	for range stop {
		s.mu.Lock()
		s.started = time.Now() // want "field `State.started` is written with no lock that both sides hold"
		s.mu.Unlock()
	}
}

func (s *State) text() string {
	if s.started.IsZero() {
		return "not yet"
	}
	if s.ended.IsZero() {
		return fmt.Sprint("since ", s.started)
	}
	return fmt.Sprint("for ", s.ended.Sub(s.started))
}
