// answer: yes
// reason: Each goroutine reads the element of the one that counted before.

package p

import (
	"sync"
	"sync/atomic"
)

func Fill(out []int) {
	var wg sync.WaitGroup
	var next atomic.Int64
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				i := int(next.Add(1)) - 1
				if i >= len(out) {
					return
				}
				if i > 0 {
					println(out[i-1]) // A
				}
				out[i] = 1 // B
			}
		}()
	}
	wg.Wait()
}
