package cases

import "sync"

// Done and the change lie on different ways through the function.
func either(ok bool, values []int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() {
		if !ok {
			wg.Done()
			return
		}
		for _, v := range values {
			sum += v
		}
		wg.Done()
	}()
	wg.Wait()
	return sum
}
