// race: ok_one_lock.go

package example

import "sync"

type Registry struct {
	mu    sync.Mutex
	names map[int]string
}

func NewRegistry() *Registry {
	r := &Registry{names: map[int]string{}}
	go r.report()
	return r
}

func (r *Registry) report() {
	for id := range 100 {
		println(r.names[id])
	}
}

func (r *Registry) Set(id int, name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.names[id] = name // want "only `\(\*Registry\).Set` holds `Registry.mu`"
}
