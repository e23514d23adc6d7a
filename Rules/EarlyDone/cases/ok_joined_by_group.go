package cases

import "sync"

// The group that runs the literal is waited for too.
func inGroup(n int) []int {
	out := make([]int, n)
	var ready, wg sync.WaitGroup
	ready.Add(n)
	for i := range n {
		wg.Go(func() {
			ready.Done()
			out[i] = i
		})
	}
	ready.Wait()
	wg.Wait()
	return out
}
