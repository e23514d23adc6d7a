// answer: no (locked)
// reason: The goroutines of one call take turns with the callback by a mutex of that call, through whatever function it is made.

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
	Visit(names, func(name string) {
		if len(name) > len(longest) {
			longest = name // A B
		}
	})
	return longest
}
