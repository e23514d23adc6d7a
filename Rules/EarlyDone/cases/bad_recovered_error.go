package cases

import (
	"fmt"
	"sync"
)

// On the way of a panic the error is set after Done.
func guarded(work func()) (err error) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("work failed: %v", r)
			}
		}()
		defer wg.Done() // want "runs before, the deferred change of `err`"
		work()
	}()
	wg.Wait()
	return
}
