// answer: yes
// reason: The forwarding function makes two calls at once, each of which has a mutex of its own.

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
	done := make(chan bool)
	for range 2 {
		go func() {
			visit(names, found)
			done <- true
		}()
	}
	<-done
	<-done
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
