// answer: no (locked)
// reason: The iterator function holds the lock while it goes through the map.

package p

import (
	"iter"
	"sync"
)

type Names struct {
	mu    sync.Mutex
	names map[string]int
}

func (n *Names) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		n.mu.Lock()
		defer n.mu.Unlock()
		for name := range n.names { // A
			if !yield(name) {
				return
			}
		}
	}
}

func (n *Names) Add(name string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.names[name]++ // B
}

func (n *Names) Print(out chan<- string) {
	for name := range n.all() {
		out <- name
	}
}
