package cases

import "sync"

// The dispatcher is not counted, so Wait may return before it has counted anything.
func dispatch(jobs <-chan func()) {
	var wg sync.WaitGroup
	go func() {
		for job := range jobs {
			wg.Add(1) // want "runs in a goroutine that is not itself counted"
			go func() {
				defer wg.Done()
				job()
			}()
		}
	}()
	wg.Wait()
}
