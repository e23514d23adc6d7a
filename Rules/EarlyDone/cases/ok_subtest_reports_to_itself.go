package cases

import (
	"sync"
	"testing"
)

// A subtest has not ended while it runs.
func checkEach(t *testing.T, checks map[string]func() error) {
	var wg sync.WaitGroup
	for name, check := range checks {
		wg.Add(1)
		t.Run(name, func(t *testing.T) {
			wg.Done()
			if err := check(); err != nil {
				t.Fatal(err)
			}
		})
	}
	wg.Wait()
}
