// answer: yes
// reason: Each call has a mutex of its own, and two calls with one callback run at the same time.

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
	done := make(chan bool)
	go func() {
		Visit(names, keep)
		done <- true
	}()
	Visit(names, keep)
	<-done
	return longest
}
