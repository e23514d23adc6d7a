package cases

import "sync"

// No path leads from the Add to the Done, which takes back what the starter added.
func otherPath(jobs []func() bool, more func(*sync.WaitGroup)) {
	var wg sync.WaitGroup
	wg.Add(len(jobs))
	for _, job := range jobs {
		go func() {
			if job() {
				wg.Done()
				return
			}
			wg.Add(1)
			more(&wg)
		}()
	}
	wg.Wait()
}
