// answer: yes
// reason: The parts of all turns begin with the first element, so they overlap.

package p

import "sync"

func accumulate(prefix []int) {
	for i := 1; i < len(prefix); i++ {
		prefix[i] += prefix[i-1] // A B
	}
}

func Accumulate(values []int, step int) {
	var wg sync.WaitGroup
	for to := step; to <= len(values); to += step {
		wg.Add(1)
		go func() {
			defer wg.Done()
			accumulate(values[:to])
		}()
	}
	wg.Wait()
}
