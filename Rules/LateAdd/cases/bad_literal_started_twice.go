package cases

import "sync"

// Both goroutines would have to be counted: there is no fix.
func twice(job func()) {
	var wg sync.WaitGroup
	work := func() {
		wg.Add(1) // want "runs inside the goroutine that it counts"
		defer wg.Done()
		job()
	}
	go work()
	go work()
	wg.Wait()
}
