package example

import (
	"sync"
	"sync/atomic"
)

func Squares(n int) []int {
	out := make([]int, n)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				out[i] = i * i
			}
		}()
	}
	wg.Wait()
	return out
}
