// answer: no (once)
// reason: Done has the context watched only where nothing watches it yet, and what watch makes stays.

package p

import "sync"

type Watch struct {
	mu   sync.Mutex
	from chan int
	done chan struct{}
}

func (w *Watch) begin() {
	w.done = make(chan struct{}) // A
	go func() {
		defer close(w.done) // B
		<-w.from
	}()
}

func (w *Watch) Done() <-chan struct{} {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.done == nil {
		w.begin()
	}
	return w.done
}

func Select(w *Watch, out chan int) {
	for i := 0; ; i++ {
		select {
		case <-w.Done():
			return
		case out <- i:
		}
	}
}
