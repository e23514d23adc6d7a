package example

import "sync"

func Fetch(urls []string, get func(string) string) []string {
	results := make([]string, len(urls))
	var wg sync.WaitGroup
	for i, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = get(url)
		}()
	}
	wg.Wait()
	return results
}
