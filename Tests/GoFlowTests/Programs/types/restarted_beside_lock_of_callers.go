// answer: yes
// reason: The goroutine that starts the node again takes no lock.

package p

import (
	"sync"
	"time"
)

type Node struct {
	mu      sync.Mutex
	ready   chan struct{}
	stopped bool
}

func (n *Node) Start() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.start()
}

func (n *Node) start() {
	n.ready = make(chan struct{}) // A
	go func() {
		time.Sleep(time.Second)
		n.restart()
	}()
	close(n.ready) // B
}

func (n *Node) restart() {
	if !n.stopped {
		n.start()
	}
}

func (n *Node) Stop() {
	n.mu.Lock()
	n.stopped = true
	n.mu.Unlock()
}
