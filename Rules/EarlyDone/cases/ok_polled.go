package cases

import (
	"sync"
	"sync/atomic"
	"time"
)

// The waiter looks until the change is there.
func polled() int64 {
	var n atomic.Int64
	var started sync.WaitGroup
	started.Add(1)
	go func() {
		started.Done()
		n.Add(1)
	}()
	started.Wait()
	for n.Load() == 0 {
		time.Sleep(time.Millisecond)
	}
	return 1
}
