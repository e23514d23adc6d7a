package cases

import "sync"

// The waiter holds the lock until it has read, so the change always comes after.
func readThenChange(mu *sync.Mutex) int {
	x := 1
	done := make(chan struct{})
	go func() {
		close(done)
		mu.Lock()
		x++
		mu.Unlock()
	}()
	mu.Lock()
	<-done
	y := x
	mu.Unlock()
	return y
}
