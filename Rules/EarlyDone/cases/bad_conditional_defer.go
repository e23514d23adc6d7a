package cases

import "sync"

// Where the signal is deferred at all, it runs before what was deferred first.
func tally(numbers []int, wait bool) int {
	var wg sync.WaitGroup
	count := 0
	if wait {
		wg.Add(1)
	}
	go func() {
		defer func() { count = len(numbers) }()
		if wait {
			defer wg.Done() // want "`wg.Done\(\)` is deferred after, and so runs before, the deferred change of `count`"
		}
	}()
	wg.Wait()
	return count
}
