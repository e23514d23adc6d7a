// Two objects are written at once, and nobody knows in which order others take their locks.
package example

import "sync"

type Node struct {
	mu   sync.Mutex
	size int
}

func (n *Node) Start() {
	go func() {
		for range 1000 {
			n.mu.Lock()
			n.size++
			n.mu.Unlock()
		}
	}()
}

func Swap(a, b *Node) {
	a.size, b.size = b.size, a.size // want "field `Node.size` is written with no lock that both sides hold"
}

func New() (*Node, *Node) {
	a, b := &Node{}, &Node{}
	a.Start()
	b.Start()
	Swap(a, b)
	return a, b
}
