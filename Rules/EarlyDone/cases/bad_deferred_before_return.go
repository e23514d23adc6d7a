package cases

import "sync"

// The signal comes before the return that runs the deferred change.
func lengths(words []string) int {
	var wg sync.WaitGroup
	longest := 0
	wg.Add(1)
	go func() {
		n := 0
		defer func() { longest = n }()
		for _, word := range words {
			n = max(n, len(word))
		}
		if n == 0 {
			wg.Done() // want "`wg.Done\(\)` announces completion before the change of `longest`"
			return
		}
		n++
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `longest`"
	}()
	wg.Wait()
	return longest
}
