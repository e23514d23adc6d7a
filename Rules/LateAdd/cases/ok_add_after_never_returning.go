package cases

import "sync"

func stop(reason string) {
	panic("stopped: " + reason)
}

// Nothing comes to the Add.
func never(jobs []func()) {
	var wg sync.WaitGroup
	wg.Add(len(jobs))
	for _, job := range jobs {
		go func() {
			defer wg.Done()
			if job == nil {
				stop("no job")
				wg.Add(1)
			}
			job()
		}()
	}
	wg.Wait()
}
