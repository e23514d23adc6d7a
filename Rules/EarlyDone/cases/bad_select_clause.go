package cases

import "sync"

// The clause that signals leaves the select, and the change comes after it.
func firstOf(left, right chan int) int {
	var wg sync.WaitGroup
	got := 0
	wg.Add(1)
	go func() {
		n := 0
		select {
		case n = <-left:
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `got`"
		case n = <-right:
			got = n
			wg.Done()
			return
		}
		got = n
	}()
	wg.Wait()
	return got
}
