package cases

import "sync"

// The index is the body's own: there is no name for the group where the goroutine starts.
func perShard(groups []sync.WaitGroup, k int, work func(int)) {
	go func(i int) {
		groups[i].Add(1) // want "runs inside the goroutine that it counts"
		defer groups[i].Done()
		work(i)
	}(k)
	groups[k].Wait()
}
