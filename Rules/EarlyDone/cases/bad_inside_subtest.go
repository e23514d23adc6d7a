package cases

import (
	"sync"
	"testing"
)

// All of it stands in a literal that is handed over: the subtest.
func inSubtest(t *testing.T, jobs []func() int) {
	t.Run("all", func(t *testing.T) {
		var mu sync.Mutex
		var wg sync.WaitGroup
		sum := 0
		for _, job := range jobs {
			wg.Add(1)
			go func() {
				n := job()
				wg.Done() // want "`wg.Done\(\)` announces completion before the change of `sum`"
				mu.Lock()
				sum += n
				mu.Unlock()
			}()
		}
		wg.Wait()
		if sum == 0 {
			t.Fatal("nothing came")
		}
	})
}
