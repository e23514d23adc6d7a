// answer: no (once)
// reason: Only who acquired releases, and who acquired has passed the Once.

package p

import "sync"

var (
	limitOnce sync.Once
	limit     chan struct{}
)

func acquire(n int) {
	limitOnce.Do(func() {
		limit = make(chan struct{}, n) // A
	})
	limit <- struct{}{}
}

func release() {
	<-limit // B
}

func Run(n int, f func()) {
	acquire(n)
	go func() {
		defer release()
		f()
	}()
}
