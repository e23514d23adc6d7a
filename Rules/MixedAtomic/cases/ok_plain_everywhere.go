package example

import "sync"

// No side is atomic: that is for another rule.
type Pool struct {
	mu   sync.Mutex
	open int32
}

func Fill(max int, dial func()) *Pool {
	p := &Pool{}
	for range max {
		go func() {
			dial()
			p.mu.Lock()
			p.open++
			p.mu.Unlock()
		}()
	}
	return p
}

func (p *Pool) Open() int32 { return p.open }
