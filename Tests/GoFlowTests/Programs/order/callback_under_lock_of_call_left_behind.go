// answer: yes
// reason: No call waits for its goroutines, so those of the next one, which has another mutex, run beside them.

package p

import "sync"

func visit(names []string, found func(string)) {
	var mu sync.Mutex
	for _, name := range names {
		go func(name string) {
			if name == "" {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			found(name)
		}(name)
	}
}

func Visit(names []string, found func(string)) {
	visit(names, found)
}

func Longest(names []string) string {
	longest := ""
	for range names {
		Visit(names, func(name string) {
			if len(name) > len(longest) {
				longest = name // A B
			}
		})
	}
	return longest
}
