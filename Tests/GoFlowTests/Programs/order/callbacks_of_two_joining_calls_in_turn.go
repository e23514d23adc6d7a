// answer: no (joined)
// reason: The second call begins once the goroutine that made the first one is over.

package p

import "sync"

func each(words []string, visit func(string)) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for _, word := range words {
		wg.Add(1)
		go func(word string) {
			defer wg.Done()
			mu.Lock()
			visit(word)
			mu.Unlock()
		}(word)
	}
	wg.Wait()
}

func Count(left, right []string) map[string]int {
	counts := map[string]int{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		each(left, func(word string) { counts[word]++ }) // A
	}()
	<-done
	each(right, func(word string) { counts[word]++ }) // B
	return counts
}
