// What a jump leads back to is read anew each time; what a loop ranges over is read once.
package example

import "sync"

type Gauge struct {
	mu    sync.RWMutex
	level int
	names map[string]bool
}

func Watch() *Gauge {
	g := &Gauge{names: map[string]bool{}}
	go func() {
		for i := range 1000 {
			g.mu.Lock()
			g.level = i // want "field `Gauge.level` is written with no lock that both sides hold"
			g.mu.Unlock()
		}
	}()
	return g
}

func (g *Gauge) Retry(full func(int) bool) (tries int) {
again:
	if full(g.level) {
		tries++
		if tries < 4 {
			goto again
		}
	}
	return tries
}

func (g *Gauge) Each(use func(int) bool) {
steps:
	for i := range g.level {
		for use(i) {
			continue steps
		}
	}
}

func (g *Gauge) Name(use func(string)) {
kind:
	switch g.level {
	case 0:
		if g == nil {
			break kind
		}
		use("empty")
	default:
		use("some")
	}
}
