package example

import "sync"

// The goroutines were given one slice and use elements of it: that is async-alias's.
func Histogram(words []string) []int {
	counts := make([]int, 32)
	var wg sync.WaitGroup
	for _, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			counts[len(word)%32]++
		}()
	}
	wg.Wait()
	return counts
}
