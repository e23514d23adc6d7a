package cases

import "sync"

// The channel is closed when the last Done has come, which may be before the last send.
func squares(values []int) <-chan int {
	results := make(chan int, len(values))
	var wg sync.WaitGroup
	for _, v := range values {
		wg.Add(1)
		go func() {
			square := v * v
			wg.Done() // want "`wg.Done\(\)` announces completion before the send on `results`"
			results <- square
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	return results
}
