package cases

import "sync"

type runner struct {
	ready sync.WaitGroup
	quit  chan struct{}
	done  chan struct{}
	beats int
}

func (r *runner) stop() {
	close(r.quit)
	<-r.done
}

// The test waits until the runner is ready; its end is waited for by a method.
func useRunner() int {
	r := &runner{quit: make(chan struct{}), done: make(chan struct{})}
	r.ready.Add(1)
	go func() {
		defer close(r.done)
		r.ready.Done()
		r.beats++
	}()
	r.ready.Wait()
	r.stop()
	return r.beats
}
