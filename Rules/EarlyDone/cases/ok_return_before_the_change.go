package cases

import "sync"

// Each way signals last: the one with the signal returns before the change.
func orders(numbers []int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() {
		if len(numbers) == 0 {
			wg.Done()
			return
		}
		for _, n := range numbers {
			sum += n
		}
		wg.Done()
	}()
	wg.Wait()
	return sum
}
