// race: ok_atomic.go

package example

import "sync"

func CountLong(words []string) int {
	count := 0
	var wg sync.WaitGroup
	for _, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if len(word) > 8 {
				count++ // want "variable `count` is written with no lock"
			}
		}()
	}
	wg.Wait()
	return count
}
