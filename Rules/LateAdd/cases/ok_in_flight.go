package cases

import "sync"

type handler struct{ inFlight sync.WaitGroup }

// A call that the goroutine makes counts itself: what it counts is not the goroutine.
func (h *handler) handle(n int) {
	h.inFlight.Add(1)
	defer h.inFlight.Done()
	_ = n
}

func (h *handler) listen(requests <-chan int) {
	go func() {
		for n := range requests {
			h.handle(n)
		}
	}()
}

func (h *handler) drain() { h.inFlight.Wait() }
