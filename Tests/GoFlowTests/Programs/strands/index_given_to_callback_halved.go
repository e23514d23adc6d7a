// answer: yes
// reason: Two indices have one half.

package p

import "sync"

func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(i)
		}()
	}
	wg.Wait()
}

func Squares(n int) []int {
	out := make([]int, n)
	parallel(n, func(i int) {
		out[i/2] = i * i // A B
	})
	return out
}
