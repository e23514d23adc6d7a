package cases

import "sync"

// A deferred signal would come on top of the one that the literal gives.
func givenByLiteralToo(in []string) int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	n := 0
	fail := func() { wg.Done() }
	for _, s := range in {
		wg.Add(1)
		go func() {
			if s == "" {
				fail()
				return
			}
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `n`"
			mu.Lock()
			n++
			mu.Unlock()
		}()
	}
	wg.Wait()
	return n
}
