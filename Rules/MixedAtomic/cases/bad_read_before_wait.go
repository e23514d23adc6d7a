// race: ok_atomic_on_both.go

package example

import (
	"sync"
	"sync/atomic"
)

func Count(parts [][]string, report func(int64)) {
	var words int64
	var wg sync.WaitGroup
	for _, part := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			atomic.AddInt64(&words, int64(len(part)))
		}()
	}
	report(words) // want "variable `words` is used through sync/atomic"
	wg.Wait()
}
