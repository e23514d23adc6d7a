package cases

import "sync"

type gate struct {
	mu     sync.Mutex
	closed bool
	wg     sync.WaitGroup
}

func (g *gate) open(requests <-chan func()) { go g.serve(requests) }

// Who waits has said before, under the same lock, that nothing is to be added any more.
func (g *gate) serve(requests <-chan func()) {
	g.mu.Lock()
	if g.closed {
		g.mu.Unlock()
		return
	}
	g.wg.Add(1)
	g.mu.Unlock()
	defer g.wg.Done()
	for request := range requests {
		request()
	}
}

func (g *gate) close() {
	g.mu.Lock()
	g.closed = true
	g.mu.Unlock()
	g.wg.Wait()
}
