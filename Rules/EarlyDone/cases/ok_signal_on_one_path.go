package cases

import "sync"

// The signal may be left out, but where it is given nothing follows.
func sometimes(numbers []int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() {
		for _, n := range numbers {
			sum += n
		}
		if sum > 0 {
			wg.Done()
		}
	}()
	wg.Wait()
	return sum
}
