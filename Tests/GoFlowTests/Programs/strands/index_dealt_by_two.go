// answer: yes
// reason: Two goroutines put all indices into the channel, each of them once.

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
		go func() {
			for i := range out {
				idx <- i
			}
		}()
	}
	wg.Wait()
}
