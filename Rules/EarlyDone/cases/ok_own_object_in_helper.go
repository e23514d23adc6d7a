package cases

import "sync"

type history struct{ items []int }

func (h *history) reset() { h.items = h.items[:0] }

// The helper changes what the goroutine made itself; the waiter has another of its kind.
func replay(n int) []int {
	var shared history
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		var own history
		own.items = append(own.items, n)
		wg.Done()
		own.reset()
	}()
	wg.Wait()
	return shared.items
}
