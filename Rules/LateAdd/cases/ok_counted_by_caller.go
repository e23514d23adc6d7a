package cases

import "sync"

type pump struct {
	wg   sync.WaitGroup
	work chan func()
}

func newPump() *pump {
	p := &pump{work: make(chan func())}
	p.wg.Add(1)
	p.start()
	return p
}

func (p *pump) start() { go p.run() }

// The goroutine was counted by who called start; what it starts is counted in time.
func (p *pump) run() {
	defer p.wg.Done()
	for f := range p.work {
		p.wg.Add(1)
		go func() {
			defer p.wg.Done()
			f()
		}()
	}
}

func (p *pump) close() {
	close(p.work)
	p.wg.Wait()
}
