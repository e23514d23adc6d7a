// answer: no (distinct-elements)
// reason: Each goroutine goes through the elements from its own first one to its own last one.

package p

import "sync"

func chunks(n, size int, work func(low, high int)) {
	var wg sync.WaitGroup
	for low := 0; low < n; low += size {
		high := min(low+size, n)
		wg.Add(1)
		go func() {
			defer wg.Done()
			work(low, high)
		}()
	}
	wg.Wait()
}

func Increase(out []int) {
	chunks(len(out), 64, func(low, high int) {
		for i := low; i < high; i++ {
			out[i]++ // A B
		}
	})
}
