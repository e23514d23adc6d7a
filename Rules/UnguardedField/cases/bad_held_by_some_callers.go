package example

import "sync"

type Gauge struct {
	mu    sync.Mutex
	value int
	show  func(int)
}

func Start(steps <-chan int, show func(int)) *Gauge {
	g := &Gauge{show: show}
	go func() {
		for step := range steps {
			g.mu.Lock()
			g.value += step // want "field `Gauge.value` is written with no lock that both sides hold"
			g.print()
			g.mu.Unlock()
		}
	}()
	return g
}

// One caller holds the lock, the other one does not: to take it here would be to wait for oneself.
func (g *Gauge) print() { g.show(g.value) }

func (g *Gauge) Refresh() { g.print() }
