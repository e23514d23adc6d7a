package cases

import "sync"

// Only one of the ways on from the signal changes what the waiter reads.
func countOdd(numbers []int) int {
	var wg sync.WaitGroup
	odd := 0
	wg.Add(1)
	go func() {
		n := len(numbers)
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `odd`"
		if n%2 == 1 {
			odd++
		}
	}()
	wg.Wait()
	return odd
}
