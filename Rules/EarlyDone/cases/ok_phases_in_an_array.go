package cases

import "sync"

// Each phase has a wait group of its own.
func phases(n int) []int {
	out := make([]int, n)
	var phase [2]sync.WaitGroup
	phase[0].Add(n)
	phase[1].Add(n)
	for i := range n {
		go func() {
			phase[0].Done()
			out[i] = i
			phase[1].Done()
		}()
	}
	phase[0].Wait()
	phase[1].Wait()
	return out
}
