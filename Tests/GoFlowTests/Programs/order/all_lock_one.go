// answer: no (locked)
// reason: The workers share the mutex as they share the result.

package p

import "sync"

type worker struct {
	mu  *sync.Mutex
	sum *int
}

func (w *worker) add(n int) {
	w.mu.Lock()
	*w.sum += n // A B
	w.mu.Unlock()
}

func Sum(parts [][]int) int {
	var total int
	var mu sync.Mutex
	first, second := &worker{&mu, &total}, &worker{&mu, &total}
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
