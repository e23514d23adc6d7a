package cases

import (
	"sync"
	"testing"
)

// When the last Done has come, the test may end before it is told that it failed.
func checkAll(t *testing.T, checks []func() error) {
	var wg sync.WaitGroup
	for _, check := range checks {
		wg.Add(1)
		go func() {
			err := check()
			wg.Done() // want "`wg.Done\(\)` announces completion before the report to `t`"
			if err != nil {
				t.Errorf("check failed: %v", err)
			}
		}()
	}
	wg.Wait()
}
