package example

import "sync"

// What is deferred runs in the same goroutine, and takes the lock too.
func Running(jobs []func()) (most int) {
	running := 0
	var wg sync.WaitGroup
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			running++ // want "variable `running` is written with no lock"
			defer func() { running-- }()
			job()
		}()
	}
	wg.Wait()
	return running
}
