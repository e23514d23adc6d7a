// answer: yes
// reason: The function does not look at the index that it is given.

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
		out[0] = i * i // A B
	})
	return out
}
