package cases

import "sync"

// The waiter waits for the second signal too before it looks.
func twoSignals(work func() int) int {
	var result int
	started := make(chan struct{})
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		started <- struct{}{}
		result = work()
		wg.Done()
	}()
	<-started
	wg.Wait()
	return result
}
