package example

import "sync"

// known-miss: the pool that the monitor leads to is not taken for one whose methods lock.

type Pool struct {
	mu   sync.Mutex
	open int
}

func New() *Pool { return &Pool{} }

func (p *Pool) Get() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.open++
}

func (p *Pool) Put() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.open--
}

type Monitor struct{ p *Pool }

func (m *Monitor) Open() int { return m.p.open }
