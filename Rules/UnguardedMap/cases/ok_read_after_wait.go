package example

import "sync"

func Count(names []string) map[string]int {
	counts := map[string]int{}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for _, name := range names {
			counts[name]++
		}
	}()
	wg.Wait()
	counts["total"] = len(names)
	return counts
}
