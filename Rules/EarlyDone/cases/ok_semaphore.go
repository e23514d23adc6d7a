package cases

import "sync"

// The channel is a semaphore: the goroutine takes back what it sends.
func limited(n int, work func(int) int) []int {
	slots := make(chan struct{}, 4)
	results := make([]int, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			results[i] = work(i)
		}()
	}
	wg.Wait()
	return results
}
