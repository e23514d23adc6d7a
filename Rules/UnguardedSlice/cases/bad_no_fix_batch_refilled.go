package example

import "sync"

// A lock would not help: the goroutine of one turn is to see the batch of that turn.
func Sum(batches [][]int) (sums []int) {
	var wg sync.WaitGroup
	results := make(chan int, len(batches))
	batch := make([]int, 2)
	for _, values := range batches {
		copy(batch, values) // want "slice `batch` is changed with no lock"
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum := 0
			for _, value := range batch {
				sum += value
			}
			results <- sum
		}()
	}
	wg.Wait()
	close(results)
	for sum := range results {
		sums = append(sums, sum)
	}
	return sums
}
