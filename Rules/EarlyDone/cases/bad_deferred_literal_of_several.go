package cases

import "sync"

// One deferred literal signals and changes, in the wrong order.
func measureOnce() (n int, err error) {
	var wg sync.WaitGroup
	calls := 0
	wg.Add(1)
	go func() {
		defer func() {
			if calls == 0 {
				n = 1
			}
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `calls`"
			calls++
		}()
	}()
	wg.Wait()
	return n + calls, err
}
