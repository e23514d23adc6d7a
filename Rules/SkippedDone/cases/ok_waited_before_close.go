package example

import "sync"

func gather(work func() int) int {
	results := make(chan int, 1)
	defer close(results)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		results <- work()
	}()
	wg.Wait()
	return <-results
}
