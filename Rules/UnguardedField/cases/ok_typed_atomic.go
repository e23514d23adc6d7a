package example

import "sync/atomic"

type Poller struct {
	next   func() string
	closed atomic.Bool
}

func Start(next func() string, out chan<- string) *Poller {
	p := &Poller{next: next}
	go p.run(out)
	return p
}

func (p *Poller) run(out chan<- string) {
	for !p.closed.Load() {
		out <- p.next()
	}
}

func (p *Poller) Close() {
	p.closed.Store(true)
}
