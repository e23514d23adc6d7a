// No variable may be declared where the jump leads over it.
package example

import "sync"

type Gauge struct {
	mu    sync.Mutex
	level int
}

func Watch() *Gauge {
	g := &Gauge{}
	go func() {
		for i := range 1000 {
			g.mu.Lock()
			g.level = i // want "field `Gauge.level` is written with no lock that both sides hold"
			g.mu.Unlock()
		}
	}()
	return g
}

func (g *Gauge) Tell(use func(int), limit int) {
	if limit < 3 {
		goto end
	}
	use(g.level)
end:
	use(0)
}
