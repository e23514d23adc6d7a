// answer: no (joined)
// reason: the first call makes the channel, and who comes later has waited for its close too.
package p

import "sync"

type puller struct {
	mu     sync.Mutex
	pulled chan struct{}
	err    error
}

func (p *puller) fetch() error { return nil }

func (p *puller) prepare(done <-chan struct{}) error {
	if p.pulled == nil {
		p.pulled = make(chan struct{})
		go func() {
			defer close(p.pulled)
			p.err = p.fetch() // A
		}()
	}
	select {
	case <-done:
		return nil
	case <-p.pulled:
		return p.err // B
	}
}

func run(p *puller, done <-chan struct{}) {
	go p.prepare(done)
	go p.prepare(done)
}
