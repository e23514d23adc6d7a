// answer: yes
// reason: Two numbers of the counter have one half.

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
				out[i/2] = 1 // A B
			}
		}()
	}
	wg.Wait()
}
