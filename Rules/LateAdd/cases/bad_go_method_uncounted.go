package cases

import "sync"

// The goroutine that starts the others is not counted itself.
func fanOut(jobs <-chan func()) {
	var wg sync.WaitGroup
	go func() {
		for job := range jobs {
			wg.Go(job) // want "`wg.Go\(job\)` runs in a goroutine that is not itself counted"
		}
	}()
	wg.Wait()
}
