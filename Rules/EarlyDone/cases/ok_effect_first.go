package cases

import "sync"

func lengths(words []string) map[string]int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	result := map[string]int{}
	for _, word := range words {
		wg.Add(1)
		go func() {
			mu.Lock()
			result[word] = len(word)
			mu.Unlock()
			wg.Done()
		}()
	}
	wg.Wait()
	return result
}
