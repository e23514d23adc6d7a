package example

import "sync"

func Fetch(urls []string, get func(string) string) []string {
	var mu sync.Mutex
	var results []string
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body := get(url)
			mu.Lock()
			defer mu.Unlock()
			results = append(results, body)
		}()
	}
	wg.Wait()
	return results
}
