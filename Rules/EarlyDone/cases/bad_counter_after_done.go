package cases

import (
	"sync"
	"sync/atomic"
)

// The count may still be short when Wait returns.
func countAll(jobs []func()) int64 {
	var completed int64
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			job()
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `completed`, so what waits at `wg.Wait\(\)`"
			atomic.AddInt64(&completed, 1)
		}()
	}
	wg.Wait()
	return atomic.LoadInt64(&completed)
}
