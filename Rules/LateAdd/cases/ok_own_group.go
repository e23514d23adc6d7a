package cases

import "sync"

// The goroutine counts and waits for its own.
func nested(batches [][]func(), done chan<- struct{}) {
	go func() {
		var wg sync.WaitGroup
		for _, batch := range batches {
			for _, job := range batch {
				wg.Add(1)
				go func() {
					defer wg.Done()
					job()
				}()
			}
		}
		wg.Wait()
		close(done)
	}()
}
