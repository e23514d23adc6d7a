// answer: no (distinct-elements)
// reason: Each call of the function has a number that the counter gives once.

package p

import (
	"sync"
	"sync/atomic"
)

func parallel(n int, f func(i int)) {
	var next int64
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := atomic.AddInt64(&next, 1) - 1; int(i) < n; i = atomic.AddInt64(&next, 1) - 1 {
				f(int(i))
			}
		}()
	}
	wg.Wait()
}

func Squares(n int) []int {
	out := make([]int, n)
	parallel(n, func(i int) {
		out[i] = i * i // A B
	})
	return out
}
