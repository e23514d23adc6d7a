// answer: yes
// reason: The next element is that of another goroutine perhaps.

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
				if i+1 < len(out) {
					println(out[i+1]) // A
				}
				out[i] = 1 // B
			}
		}()
	}
	for i := range out {
		idx <- i
	}
	close(idx)
	wg.Wait()
}
