package cases

import "sync"

type counterPool struct {
	wg   sync.WaitGroup
	done chan struct{}
	n    int
}

func (p *counterPool) finished() <-chan struct{} { return p.done }

func (p *counterPool) count() int { return p.n }

// The waiter gets the channel and the count from methods.
func (p *counterPool) start(work func()) {
	go func() {
		work()
		close(p.done) // want "`close\(p.done\)` announces completion before the change of `p.n`"
		p.n++
	}()
}

func useCounterPool(p *counterPool) int {
	p.start(func() {})
	<-p.finished()
	return p.count()
}
