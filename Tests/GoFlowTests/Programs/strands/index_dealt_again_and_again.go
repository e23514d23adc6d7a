// answer: yes
// reason: The inner loop puts all indices into the channel once more in each turn of the outer one.

package p

import "sync"

func Fill(out []int) {
	idx := make(chan int)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range idx {
				out[i] = 1 // A B
			}
		}()
	}
	for range 2 {
		for i := range out {
			idx <- i
		}
	}
	close(idx)
	wg.Wait()
}
