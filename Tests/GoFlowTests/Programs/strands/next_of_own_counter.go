// answer: yes
// reason: Each goroutine has a counter of its own.

package p

import (
	"sync"
	"sync/atomic"
)

func Fill(out []int) {
	var wg sync.WaitGroup

	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var next atomic.Int64
			for {
				i := int(next.Add(1)) - 1
				if i >= len(out) {
					return
				}
				out[i] = 1 // A B
			}
		}()
	}
	wg.Wait()
}
