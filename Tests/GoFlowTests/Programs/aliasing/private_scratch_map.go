// answer: no (other-memory)
// reason: The map is made in each call and never leaves it, so two goroutines that call distinct work on two maps.

package p

import "sync"

func distinct(words []string) int {
	seen := make(map[string]bool)
	for _, w := range words {
		seen[w] = true // A B
	}
	return len(seen)
}

func CountDistinct(pages [][]string) []int {
	counts := make([]int, len(pages))
	var wg sync.WaitGroup
	for i := range pages {
		wg.Add(1)
		go func() {
			counts[i] = distinct(pages[i])
			wg.Done()
		}()
	}
	wg.Wait()
	return counts
}
