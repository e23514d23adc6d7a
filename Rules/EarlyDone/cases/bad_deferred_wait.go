package cases

import "sync"

// The wait is deferred; what it waits for is the named result.
func deferredWait(work func() int) (n int) {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Add(1)
	go func() {
		m := work()
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `n`"
		n = m
	}()
	return
}
