package cases

import "sync"

// The jump leads from the Add to the Done.
func eachJump(jobs []func() bool) {
	var wg sync.WaitGroup
	for _, job := range jobs {
		go func() {
			wg.Add(1) // want "`wg.Add\(1\)` runs inside the goroutine that it counts"
			if job() {
				goto out
			}
			job()
		out:
			wg.Done()
		}()
	}
	wg.Wait()
}
