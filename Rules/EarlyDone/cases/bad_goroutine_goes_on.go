package cases

import "sync"

// Deferred, the signal would wait for the end of the goroutine, which comes after the wait.
func goesOn(stop chan struct{}) int {
	var wg sync.WaitGroup
	n := 0
	wg.Add(1)
	go func() {
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `n`"
		n++
		<-stop
	}()
	wg.Wait()
	close(stop)
	return n
}
