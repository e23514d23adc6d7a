// answer: yes
// reason: Each worker goes through all elements from its own number on.

package p

import "sync"

func Fill(out []int, workers int) {
	var wg sync.WaitGroup
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := w; i < len(out); i++ {
				out[i] = w // A B
			}
		}()
	}
	wg.Wait()
}
