package example

import "sync"

type Room struct {
	mu      sync.Mutex
	members map[string]bool
}

func (r *Room) join(name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.members[name] = true
}

func (r *Room) Has(name string) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.members[name]
}

type Rooms struct {
	mu     sync.Mutex
	byName map[string]*Room
}

func (r *Rooms) Join(room, name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.byName[room].join(name)
}

func (r *Rooms) Room(name string) *Room {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.byName[name]
}
