// answer: yes
// reason: Each worker locks the mutex in itself while they share the result.

package p

import "sync"

type worker struct {
	mu  sync.Mutex
	sum *int
}

func (w *worker) add(n int) {
	w.mu.Lock()
	*w.sum += n // A B
	w.mu.Unlock()
}

func Sum(parts [][]int) int {
	var total int
	first, second := &worker{sum: &total}, &worker{sum: &total}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for _, n := range parts[0] {
			first.add(n)
		}
	}()
	go func() {
		defer wg.Done()
		for _, n := range parts[1] {
			second.add(n)
		}
	}()
	wg.Wait()
	return total
}
