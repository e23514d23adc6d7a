package example

import "sync"

func Split(words []string) (short, long []string) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for _, word := range words {
			if len(word) <= 8 {
				short = append(short, word)
			}
		}
	}()
	go func() {
		defer wg.Done()
		for _, word := range words {
			if len(word) > 8 {
				long = append(long, word)
			}
		}
	}()
	wg.Wait()
	return short, long
}
