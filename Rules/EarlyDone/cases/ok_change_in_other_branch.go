package cases

import "sync"

// The branch that changes is not the one that signals; that it never does is another hazard.
func either(numbers []int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() {
		switch len(numbers) {
		case 0:
			wg.Done()
		case 1:
			sum = numbers[0]
			wg.Done()
		default:
			sum = -1
		}
	}()
	wg.Wait()
	return sum
}
