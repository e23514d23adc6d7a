// answer: yes
// reason: Each goroutine locks a mutex that nobody else has.

package p

import "sync"

func visit(names []string, found func(string)) {
	var wg sync.WaitGroup
	for _, name := range names {
		wg.Add(1)
		go func(name string) {
			defer wg.Done()
			if name == "" {
				return
			}
			mu := new(sync.Mutex)
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
	Visit(names, func(name string) {
		if len(name) > len(longest) {
			longest = name // A B
		}
	})
	return longest
}
