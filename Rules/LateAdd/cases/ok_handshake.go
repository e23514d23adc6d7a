package cases

import "sync"

// Wait begins only after the goroutine has said that it is counted.
func handshake(job func()) {
	var wg sync.WaitGroup
	counted := make(chan struct{})
	go func() {
		wg.Add(1)
		close(counted)
		defer wg.Done()
		job()
	}()
	<-counted
	wg.Wait()
}
