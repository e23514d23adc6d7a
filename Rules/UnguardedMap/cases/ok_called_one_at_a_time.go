package example

import (
	"sync"

	"google.golang.org/grpc/balancer"
)

// picker is told by one connection, one thing after the other; the lock is for Ready, which others
// call.
type picker struct {
	mu      sync.Mutex
	states  map[balancer.SubConn]bool
	invalid int
}

func (p *picker) UpdateSubConnState(conn balancer.SubConn, state balancer.SubConnState) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.states[conn] = state.ConnectionError == nil
}

func (p *picker) ResolverError(err error) {
	if len(p.states) == 0 {
		p.invalid++
	}
}

func (p *picker) Ready() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.states)
}
