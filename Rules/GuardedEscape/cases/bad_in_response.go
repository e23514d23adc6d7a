// race: ok_filled_before_it_is_kept.go

package example

import "sync"

type Status struct {
	State string
	Tags  map[string]string
}

type Node struct {
	mu    sync.Mutex
	state string
	tags  map[string]string
}

func (n *Node) SetTag(key, value string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.tags[key] = value
}

func (n *Node) Status() *Status {
	n.mu.Lock()
	defer n.mu.Unlock()
	return &Status{State: n.state, Tags: n.tags} // want "map `Node.tags`, which `Node.mu` guards, is returned uncopied"
}
