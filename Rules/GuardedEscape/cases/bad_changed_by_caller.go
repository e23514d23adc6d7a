package example

import "sync"

type Weights struct {
	mu  sync.Mutex
	per map[string]int
}

func (w *Weights) Set(name string, n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.per[name] = n
}

// all is there for Reset: a copy would lose what that changes.
func (w *Weights) all() map[string]int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.per // want "map `Weights.per`, which `Weights.mu` guards, is returned uncopied"
}

func (w *Weights) Reset() {
	per := w.all()
	for name := range per {
		per[name] = 0
	}
}
