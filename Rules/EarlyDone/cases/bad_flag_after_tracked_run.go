package cases

import (
	"sync"
	"sync/atomic"
)

type tracker struct{ wg sync.WaitGroup }

func (t *tracker) run(job func()) {
	t.wg.Add(1)
	defer t.wg.Done()
	job()
}

func (t *tracker) shutdown() { t.wg.Wait() }

// What is tracked ends when run returns, before the flag is set.
func trackedFlag(job func()) bool {
	var t tracker
	var returned atomic.Bool
	go func() {
		t.run(job) // want "`t.run\(job\)` announces completion before the change of `returned`"
		returned.Store(true)
	}()
	t.shutdown()
	return returned.Load()
}
