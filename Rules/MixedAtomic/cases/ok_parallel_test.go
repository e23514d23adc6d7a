package example

import (
	"sync/atomic"
	"testing"
)

// parallel-subtest reports it.
func TestCalls(t *testing.T) {
	var calls int64
	for _, name := range []string{"a", "b", "c"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			atomic.AddInt64(&calls, 1)
			if calls > 3 {
				t.Error("too many")
			}
		})
	}
}
