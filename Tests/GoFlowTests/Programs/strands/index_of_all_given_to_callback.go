// answer: yes
// reason: All goroutines call the function with one and the same number.

package p

import "sync"

func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(n - 1)
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
