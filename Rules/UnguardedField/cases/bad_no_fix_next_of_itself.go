package example

import "sync"

// Node is locked by whoever changes what follows it. The lock of the node that `n` was cannot be given
// back by way of `n`.
type Node struct {
	mu   sync.Mutex
	next *Node
}

func (n *Node) set() {
	n.mu.Lock()
	n.next = &Node{} // want "next"
	n.mu.Unlock()
}

func (n *Node) clear() {
	n.mu.Lock()
	n.next = nil
	n.mu.Unlock()
}

func last(n *Node) *Node {
	n = n.next
	return n
}

func Run() *Node {
	n := &Node{}
	go n.set()
	go n.clear()
	return last(n)
}
