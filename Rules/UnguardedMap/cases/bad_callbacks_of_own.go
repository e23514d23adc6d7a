package example

import (
	"sync"

	"google.golang.org/grpc/balancer"
)

// picker is told of connections by the library, and of errors by whom it may concern.
type picker struct {
	mu      sync.Mutex
	states  map[balancer.SubConn]bool
	invalid int
}

func (p *picker) UpdateSubConnState(conn balancer.SubConn, state balancer.SubConnState) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.states[conn] = state.ConnectionError == nil // want "states"
}

func (p *picker) Forget(conn balancer.SubConn) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.states, conn)
}

func (p *picker) Complain(err error) {
	if len(p.states) == 0 {
		p.invalid++
	}
}
