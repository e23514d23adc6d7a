// answer: yes
// reason: A loop makes the calls in goroutines of their own, and each call has another mutex.

package p

import "sync"

func visit(names []string, found func(string)) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for _, name := range names {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			if name == "" {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			found(name)
		}(name)
	}
	wg.Wait()
}

func Visit(names []string, found func(string)) {
	visit(names, found)
}

func Longest(names []string) string {
	longest := ""
	keep := func(name string) {
		if len(name) > len(longest) {
			longest = name // A B
		}
	}
	var wg sync.WaitGroup
	for range names {
		wg.Add(1)
		go func() {
			defer wg.Done()
			Visit(names, keep)
		}()
	}
	wg.Wait()
	return longest
}
