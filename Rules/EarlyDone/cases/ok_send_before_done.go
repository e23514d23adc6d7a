package cases

import "sync"

// The last send has been made when the last Done comes; what is sent later is another's.
func cubes(values []int, log chan<- string) <-chan int {
	results := make(chan int, len(values))
	var wg sync.WaitGroup
	for _, v := range values {
		wg.Add(1)
		go func() {
			results <- v * v * v
			wg.Done()
			log <- "one more"
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	return results
}
