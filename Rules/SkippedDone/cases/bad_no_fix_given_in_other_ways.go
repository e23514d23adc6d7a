package example

import "sync"

// A deferred one would be given behind that of the helper, which nothing here can take away.
func givenByHelper(in []string, store func(string) error) {
	var wg sync.WaitGroup
	fail := func() { wg.Done() }
	for _, s := range in {
		wg.Add(1)
		go func() {
			if s == "" {
				return
			}
			if store(s) != nil {
				fail()
				return
			}
			wg.Done() // want "`wg.Done\(\)` is left out by an early return"
		}()
	}
	wg.Wait()
}

// It goes on after it was given.
func givenBeforeMore(in []string, store func(string) error) {
	var wg sync.WaitGroup
	for _, s := range in {
		wg.Add(1)
		go func() {
			if s == "" {
				return
			}
			if store(s) != nil {
				wg.Done()
				println(s)
				return
			}
			wg.Done() // want "`wg.Done\(\)` is left out by an early return"
		}()
	}
	wg.Wait()
}
