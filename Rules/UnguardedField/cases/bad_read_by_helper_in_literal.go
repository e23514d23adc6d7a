// race: ok_owned_by_loop.go

package example

import (
	"strings"
	"sync"
)

type State struct {
	sync.Mutex
	running bool
	log     func(string) string
}

// It is called under the lock by who changes the state.
func (s *State) Text() string {
	if s.running {
		return s.log("running")
	}
	return s.log("stopped")
}

type Box struct {
	*State
	Name string
}

type Entry struct{ Name, Text string }

func Run(stop <-chan bool, names []string) []Entry {
	b := &Box{State: &State{log: strings.ToUpper}}
	go b.follow(stop)
	var entries []Entry
	for _, name := range names {
		entries = append(entries, b.entry(name))
	}
	return entries
}

func (b *Box) follow(stop <-chan bool) {
	for stopped := range stop {
		b.Lock()
		b.running = !stopped // want "field `State.running` is written with no lock that both sides hold"
		b.Name = b.State.Text()
		b.Unlock()
	}
}

func (b *Box) entry(name string) Entry {
	return Entry{
		Name: name,
		Text: b.State.Text(),
	}
}
