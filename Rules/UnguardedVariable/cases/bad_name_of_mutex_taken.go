package example

import "sync"

func Lines(files []string, countMu string) int {
	count := len(countMu)
	var wg sync.WaitGroup
	for _, file := range files {
		wg.Add(1)
		go func() {
			defer wg.Done()
			count += len(file) // want "variable `count` is written with no lock"
		}()
	}
	wg.Wait()
	return count
}
