package example

import (
	"strconv"
	"sync"
)

// The deferred one stands for both.
func givenBeforeReturnToo(in []string) (total int) {
	var wg sync.WaitGroup
	var mu sync.Mutex
	for _, s := range in {
		wg.Add(1)
		go func() {
			if s == "" {
				return
			}
			n, err := strconv.Atoi(s)
			if err != nil {
				wg.Done()
				return
			}
			mu.Lock()
			total += n
			mu.Unlock()
			wg.Done() // want "`wg.Done\(\)` is left out by an early return"
		}()
	}
	wg.Wait()
	return total
}

func closedBeforeReturnToo(s string) (n int, err error) {
	done := make(chan struct{})
	go func() {
		if s == "" {
			return
		}
		n, err = strconv.Atoi(s)
		if err != nil {
			close(done)
			return
		}
		n++
		close(done) // want "`close\(done\)` is left out by an early return"
	}()
	<-done
	return n, err
}
