// race: ok_lock.go

package example

import "sync"

func Fetch(urls []string, get func(string) string) []string {
	var results []string
	var wg sync.WaitGroup
	for _, url := range urls {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results = append(results, get(url)) // want "slice `results` is changed with no lock"
		}()
	}
	wg.Wait()
	return results
}
