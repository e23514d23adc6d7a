package cases

import "sync"

// Comments in unusual places change nothing.
func commented() int {
	var wg sync.WaitGroup
	n := 0
	wg.Add(1)
	go /* the worker */ func() {
		defer /* last */ func() { n++ }()
		defer /* first */ wg.Done() // want "runs before, the deferred change of `n`"
	}()
	wg.Wait()
	return n
}
