package example

import "sync"

type session struct {
	name string
	idle int
}

type Table struct {
	mu       sync.Mutex
	sessions map[string]*session
}

func NewTable() *Table {
	t := &Table{sessions: map[string]*session{}}
	go t.age()
	return t
}

func (t *Table) age() {
	for {
		t.mu.Lock()
		for _, s := range t.sessions {
			s.idle++
		}
		t.mu.Unlock()
	}
}

func (t *Table) Touch(name string) {
	t.mu.Lock()
	s := t.sessions[name]
	t.mu.Unlock()
	if s != nil {
		s.idle = 0 // want "field `session.idle` is written with no lock"
	}
}
