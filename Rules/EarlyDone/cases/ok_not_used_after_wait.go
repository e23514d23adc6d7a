package cases

import "sync"

// Nobody looks at attempts after the wait.
func retry(jobs []func() error) {
	var wg sync.WaitGroup
	attempts := 0
	for _, job := range jobs {
		attempts = 0
		wg.Add(1)
		go func() {
			_ = job()
			wg.Done()
			attempts++
		}()
	}
	wg.Wait()
}
