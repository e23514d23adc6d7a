// answer: no (locked)
// reason: gate is a lock: lock waits until nobody else is between it and unlock.

package p

type gate struct {
	free chan struct{}
	idle chan struct{}
}

func newGate() *gate {
	g := &gate{free: make(chan struct{}, 1), idle: make(chan struct{}, 1)}
	g.free <- struct{}{}
	return g
}

func (g *gate) lock() {
	select {
	case <-g.free:
	case <-g.idle:
	}
}

func (g *gate) unlock(isIdle bool) {
	if isIdle {
		g.idle <- struct{}{}
	} else {
		g.free <- struct{}{}
	}
}

type spin struct{ gate *gate }

func (s *spin) Lock()   { s.gate.lock() }
func (s *spin) Unlock() { s.gate.unlock(true) }

type Store struct {
	mu   spin
	rows int
}

func New() *Store {
	s := &Store{mu: spin{newGate()}}
	go s.fill()
	return s
}

func (s *Store) fill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.rows++ // A
}

func (s *Store) Rows() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rows // B
}
