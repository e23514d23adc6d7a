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
		r.mu.Lock()
		println(r.names[id])
		r.mu.Unlock()
	}
}

func (r *Registry) Set(id int, name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.names[id] = name
}
