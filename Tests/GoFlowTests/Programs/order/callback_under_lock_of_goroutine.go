// answer: no (locked)
// reason: The goroutine that calls the function holds the lock that the caller takes too.

package p

import "sync"

func startLocked(mu *sync.Mutex, f func()) {
	go func() {
		mu.Lock()
		defer mu.Unlock()
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
