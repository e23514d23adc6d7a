package example

import "sync"

type Gate struct {
	mu    sync.Mutex
	moved *sync.Cond
	open  bool
}

func NewGate() *Gate {
	g := &Gate{}
	g.moved = sync.NewCond(&g.mu)
	return g
}

func (g *Gate) Pass(then func()) {
	go func() {
		g.mu.Lock()
		for !g.open {
			g.moved.Wait()
		}
		g.mu.Unlock()
		then()
	}()
}

func (g *Gate) Open() {
	g.mu.Lock()
	g.open = true
	g.mu.Unlock()
	g.moved.Broadcast()
}
