// race: ok_typed_atomic.go

package example

type Poller struct {
	next   func() string
	closed bool
}

func Start(next func() string, out chan<- string) *Poller {
	p := &Poller{next: next}
	go p.run(out)
	return p
}

func (p *Poller) run(out chan<- string) {
	for !p.closed {
		out <- p.next()
	}
}

func (p *Poller) Close() {
	p.closed = true // want "field `Poller.closed` is written with no lock"
}
