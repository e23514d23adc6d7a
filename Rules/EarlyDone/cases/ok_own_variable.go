package cases

import "sync"

// What changes after Done is the goroutine's own.
func trace(steps []func() int) {
	var wg sync.WaitGroup
	for _, step := range steps {
		wg.Add(1)
		go func() {
			last := step()
			wg.Done()
			last++
			seen := make(map[int]bool)
			seen[last] = true
		}()
	}
	wg.Wait()
}
