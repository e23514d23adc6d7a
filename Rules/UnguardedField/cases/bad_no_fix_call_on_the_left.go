// What the call does may be seen by the read that follows it.
package example

import "sync"

type Probe struct {
	mu    sync.Mutex
	count int
}

func Start() *Probe {
	p := &Probe{}
	go func() {
		for range 1000 {
			p.mu.Lock()
			p.count++ // want "field `Probe.count` is written with no lock that both sides hold"
			p.mu.Unlock()
		}
	}()
	return p
}

func (p *Probe) Step(next func(int) int, at int) (int, int) {
	return next(at), p.count
}
