// answer: yes
// reason: What is cut off is looked at, but the goroutine is given a part of the whole slice.

package p

import "sync"

func SumAll(values []int, size int) {
	var wg sync.WaitGroup
	rest := values
	for len(rest) > size {
		part := values[:size]
		rest = rest[size:]
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 1; i < len(part); i++ {
				part[i] += part[i-1] // A B
			}
		}()
	}
	wg.Wait()
}
