// answer: yes
// reason: Once the channel is closed each goroutine receives zero.

package p

import "sync"

func Fill(out []int) {
	idx := make(chan int)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range out {
				i, ok := <-idx
				out[i]++ // A B
				println(ok)
			}
		}()
	}
	for i := range out {
		idx <- i
	}
	close(idx)
	wg.Wait()
}
