// answer: yes
// reason: Only the slice header is taken under the lock; the loop then reads elements that Promote swaps under it.

package p

import "sync"

type ranking struct {
	mu    sync.RWMutex
	names []string
}

func (r *ranking) Promote(i int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.names[i-1], r.names[i] = r.names[i], r.names[i-1] // A
}

func (r *ranking) Each(f func(string)) {
	r.mu.RLock()
	names := r.names
	r.mu.RUnlock()
	for _, n := range names { // B
		f(n)
	}
}

func Contest(r *ranking, moves <-chan int, show func(string)) {
	go func() {
		for i := range moves {
			r.Promote(i)
		}
	}()
	r.Each(show)
}
