package cases

import "sync"

// Adding a negative number is another way to write Done.
func negative(read func() int) int {
	var wg sync.WaitGroup
	n := 0
	wg.Add(1)
	go func() {
		m := read()
		wg.Add(-1) // want "`wg.Add\(-1\)` announces completion before the change of `n`"
		n = m
	}()
	wg.Wait()
	return n
}
