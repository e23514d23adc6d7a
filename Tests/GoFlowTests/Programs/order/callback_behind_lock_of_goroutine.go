// answer: yes
// reason: The goroutine lets go of the lock before it calls the function.

package p

import "sync"

func startLocked(mu *sync.Mutex, f func()) {
	go func() {
		mu.Lock()
		mu.Unlock()
		f()
	}()
}

func later(mu *sync.Mutex, f func()) { startLocked(mu, f) }

func Count(n int) int {
	var mu sync.Mutex
	count := 0
	for i := 0; i < n; i++ {
		later(&mu, func() {
			count++ // A
		})
	}
	mu.Lock()
	defer mu.Unlock()
	return count // B
}
