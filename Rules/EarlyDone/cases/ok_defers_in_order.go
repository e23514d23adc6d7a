package cases

import "sync"

// The signal is deferred first and runs last, at each return.
func inOrder(numbers []int, wait bool) int {
	var wg sync.WaitGroup
	sum := 0
	if wait {
		wg.Add(1)
	}
	go func() {
		if wait {
			defer wg.Done()
		}
		defer func() {
			sum++
			sum *= 2
		}()
		if len(numbers) == 0 {
			return
		}
		for i := range numbers {
			defer func() { sum += i }()
		}
	}()
	wg.Wait()
	return sum
}
