// The lock of one object guards nothing in another one.
package example

import "sync"

type Node struct {
	mu   sync.RWMutex
	size int
	next *Node
}

type options struct{ size int }

func (n *Node) Start() {
	go func() {
		for range 1000 {
			n.mu.Lock()
			n.size++
			n.mu.Unlock()
		}
	}()
}

func (n *Node) Sum() int { return n.size + n.next.size }

func (n *Node) Take(other *Node) {
	n.size += other.size // want "field `Node.size` is written with no lock that both sides hold"
}

func (n *Node) Tell(other *Node, use func(int, int)) {
	use(n.size, other.size)
}

func (n *Node) Reset(o *options) {
	n.size = o.size
}

func New() *Node {
	n := &Node{next: &Node{}}
	n.Start()
	n.next.Start()
	return n
}
