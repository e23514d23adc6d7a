package cases

import "sync"

// The dispatcher is counted itself: the count cannot be zero while it adds.
func countedDispatcher(jobs <-chan func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for job := range jobs {
			wg.Add(1)
			go func() {
				defer wg.Done()
				job()
			}()
		}
	}()
	wg.Wait()
}
