// answer: yes
// reason: A goroutine puts the index back when it has written to its element, and goes on with the element.

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
				out[i] = 1
				idx <- i
				out[i]++ // A B
			}
		}()
	}
	for i := range out {
		idx <- i
	}
	close(idx)
	wg.Wait()
}
