// race: ok_map_of_each_goroutine.go

package example

import "sync"

func Lengths(words []string) map[string]int {
	lengths := make(map[string]int)
	var wg sync.WaitGroup
	for _, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			lengths[word] = len(word) // want "map `lengths` is written with no lock"
		}()
	}
	wg.Wait()
	return lengths
}
