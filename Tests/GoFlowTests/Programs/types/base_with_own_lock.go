// answer: no (locked)
// reason: The embedded base brings its mutex along, and both its own method and the outer type's take it.

package p

import "sync"

type registry struct {
	mu    sync.RWMutex
	names []string
}

func (r *registry) Register(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.names = append(r.names, name) // A
}

type Plugins struct {
	*registry
	loaded map[string]bool
}

func (p *Plugins) First() string {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if len(p.names) == 0 { // B
		return ""
	}
	return p.names[0]
}

func Load(names []string) string {
	p := &Plugins{registry: &registry{}, loaded: map[string]bool{}}
	for _, n := range names {
		go p.Register(n)
	}
	return p.First()
}
