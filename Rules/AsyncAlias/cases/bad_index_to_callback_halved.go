package example

import "sync"

func parallel(n int, f func(i int)) {
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(i)
		}()
	}
	wg.Wait()
}

func Use() int {
	out := make([]int, 4)
	parallel(4, func(i int) { out[i/2] += i }) // want "`out` is shared with a goroutine without a copy"
	return out[0]
}
