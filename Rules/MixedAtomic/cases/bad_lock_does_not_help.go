// race: ok_counter_of_each_goroutine.go

package example

import (
	"sync"
	"sync/atomic"
)

type Pool struct {
	mu   sync.Mutex
	open int32
	max  int32
}

func Fill(max int32, dial func()) *Pool {
	p := &Pool{max: max}
	for range max {
		go func() {
			dial()
			atomic.AddInt32(&p.open, 1)
		}()
	}
	return p
}

func (p *Pool) Full() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.open == p.max // want "field `Pool.open` is used through sync/atomic"
}
