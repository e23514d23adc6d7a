package example

import "sync"

func Sum(parts []int) (sum int) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for _, part := range parts {
			sum += part
		}
	}()
	wg.Wait()
	sum += len(parts)
	return sum
}
