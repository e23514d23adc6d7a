package cases

import (
	"sync"
	"testing"
)

// The first group says that all goroutines run; the second is the one to wait for.
func submit(t *testing.T, n int, finished *sync.WaitGroup, work func(int) error) {
	var scheduled sync.WaitGroup
	scheduled.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			scheduled.Done()
			defer finished.Done()
			if err := work(i); err != nil {
				t.Error(err)
			}
		}()
	}
	scheduled.Wait()
}

func submitAndWait(t *testing.T, work func(int) error) {
	var wg sync.WaitGroup
	wg.Add(3)
	submit(t, 3, &wg, work)
	wg.Wait()
}
