package cases

import "sync"

type latch struct {
	open chan struct{}
	once sync.Once
}

func (l *latch) release() { l.once.Do(func() { close(l.open) }) }
func (l *latch) wait()    { <-l.open }

// known-noise: the end is announced through a latch of the program's own.
func withLatch() int {
	end := &latch{open: make(chan struct{})}
	var started sync.WaitGroup
	n := 0
	started.Add(1)
	go func() {
		defer end.release()
		started.Done() // want "announces completion before the change of `n`"
		n = 9
	}()
	started.Wait()
	end.wait()
	return n
}
