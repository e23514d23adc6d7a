package example

import (
	"fmt"
	"sync"
)

// Each of the two has a mutex of its own, called after it.
func Measure(words []string) (longest int) {
	count := 0
	var wg sync.WaitGroup
	for _, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if word == "" {
				count++ // want "variable `count` is written with no lock"
			}
			fmt.Println(word)
			if len(word) > longest {
				longest = len(word) // want "variable `longest` is written with no lock"
			}
		}()
	}
	wg.Wait()
	return longest - count
}
