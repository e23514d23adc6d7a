package example

import "sync"

// The goroutine writes one field, its owner another one.
type Pump struct {
	mu     sync.Mutex
	moved  int
	errors int
	stop   chan struct{}
}

func Start(move func() int) *Pump {
	p := &Pump{stop: make(chan struct{})}
	go func() {
		for {
			select {
			case <-p.stop:
				return
			default:
			}
			n := move()
			p.mu.Lock()
			p.moved += n
			p.mu.Unlock()
		}
	}()
	return p
}

func (p *Pump) Fail() int {
	p.errors++
	return p.errors
}

func (p *Pump) Moved() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.moved
}
