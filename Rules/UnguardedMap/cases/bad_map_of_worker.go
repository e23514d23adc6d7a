package example

import "sync"

func countInto(words []string, wg *sync.WaitGroup, counts map[string]int) {
	defer wg.Done()
	for _, word := range words {
		counts[word]++ // want "is written with no lock"
	}
}

// A mutex of the worker would be one for each call.
func mapOfWorker(texts [][]string) map[string]int {
	var wg sync.WaitGroup
	counts := map[string]int{}
	for _, words := range texts {
		wg.Add(1)
		go countInto(words, &wg, counts)
	}
	wg.Wait()
	return counts
}
