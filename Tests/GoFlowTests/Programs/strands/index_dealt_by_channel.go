// answer: no (distinct-elements)
// reason: The loop puts each index into the channel once, and each is received by one goroutine.

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
	for i := range out {
		idx <- i
	}
	close(idx)
	wg.Wait()
}
