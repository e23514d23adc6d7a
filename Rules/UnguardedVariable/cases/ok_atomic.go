package example

import (
	"sync"
	"sync/atomic"
)

func CountLong(words []string) int64 {
	var count int64
	var wg sync.WaitGroup
	for _, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if len(word) > 8 {
				atomic.AddInt64(&count, 1)
			}
		}()
	}
	wg.Wait()
	return atomic.LoadInt64(&count)
}
