// answer: no (other-memory)
// reason: Whoever encodes a machine of the registry is kept out of its settings by their tag; only the goroutine that registered it changes them.

package p

import (
	"encoding/json"
	"io"
	"sync"
)

type Machine struct {
	Name     string
	Settings *Settings `json:"-"`
}

type Settings struct {
	Driver string
}

type Registry struct {
	mu       sync.Mutex
	machines map[string]*Machine
}

func (r *Registry) Restore(names []string) {
	for _, name := range names {
		go func() {
			m := &Machine{Name: name, Settings: &Settings{}}
			r.mu.Lock()
			r.machines[name] = m
			r.mu.Unlock()
			m.Settings.Driver = "file" // A
		}()
	}
}

func (r *Registry) Save(name string, w io.Writer) error {
	r.mu.Lock()
	m := r.machines[name]
	r.mu.Unlock()
	return json.NewEncoder(w).Encode(m) // B
}
