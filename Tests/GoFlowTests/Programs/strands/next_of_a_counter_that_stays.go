// answer: yes
// reason: The counter gives the same number again.

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
				i := int(next.Add(0)) - 1
				if i >= len(out) {
					return
				}
				out[i] = 1 // A B
			}
		}()
	}
	wg.Wait()
}
