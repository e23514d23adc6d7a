package example

import (
	"sync/atomic"
	"testing"
)

// known-noise: parallel-subtest reports what parallel tests share; this rule does so too.
func TestCalls(t *testing.T) {
	var calls int64
	for _, name := range []string{"a", "b", "c"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			atomic.AddInt64(&calls, 1)
			if calls > 3 { // want "variable `calls` is used through sync/atomic"
				t.Error("too many")
			}
		})
	}
}
