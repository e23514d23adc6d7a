package example

import "sync"

type sums struct{ words, bytes int }

func Count(words []string) (int, int) {
	var s sums
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		s.words = len(words)
	}()
	go func() {
		defer wg.Done()
		for _, word := range words {
			s.bytes += len(word)
		}
	}()
	wg.Wait()
	return s.words, s.bytes
}
