// answer: yes
// reason: Two turns of the loop put the same index into the channel.

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
		idx <- i / 2
	}
	close(idx)
	wg.Wait()
}
