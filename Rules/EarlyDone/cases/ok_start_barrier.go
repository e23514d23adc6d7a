package cases

import "sync"

// All goroutines get ready, then start together: Done is not the end of the work.
func together(n int, work func(int) int) []int {
	var ready, finished sync.WaitGroup
	start := make(chan struct{})
	results := make([]int, n)
	ready.Add(n)
	finished.Add(n)
	for i := range n {
		go func() {
			ready.Done()
			<-start
			results[i] = work(i)
			finished.Done()
		}()
	}
	ready.Wait()
	close(start)
	finished.Wait()
	return results
}
