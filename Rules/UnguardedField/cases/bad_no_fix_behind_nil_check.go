// The object may not be there when the lock would be taken.
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

func (p *Probe) Above(limit int, more func(int) bool) bool {
	return p != nil && p.count > limit && more(limit)
}
