package example

import "sync"

func eachOf(words []string, f func(string)) {
	var wg sync.WaitGroup
	for _, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			f(word)
		}()
	}
	wg.Wait()
}

// The helper starts the goroutines, but all have the mutex of the one call that made the literal.
func literalRunByHelper(words []string) int {
	sum := 0
	eachOf(words, func(word string) {
		sum += len(word) // want "variable `sum` is written with no lock"
	})
	return sum
}
