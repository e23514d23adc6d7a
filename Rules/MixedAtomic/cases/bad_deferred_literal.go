package example

import "sync/atomic"

type Gate struct{ open int64 }

func (g *Gate) Run(keys <-chan int) {
	go func() {
		for range keys {
			atomic.AddInt64(&g.open, 1)
		}
	}()
}

// What is deferred uses it too.
func (g *Gate) Pass(work func()) {
	g.open++ // want "field `Gate.open` is used through sync/atomic"
	defer func() { g.open-- }()
	work()
}
