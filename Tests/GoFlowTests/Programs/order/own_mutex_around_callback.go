// answer: no (locked)
// reason: whoever is called by the goroutines is called with the mutex of the call held
package example

import "sync"

func each(n int, emit func(int)) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			emit(i)
			mu.Unlock()
		}()
	}
	wg.Wait()
}

func Sum() int {
	sum := 0
	each(3, func(i int) { sum += i }) // A B
	return sum
}
