// race: ok_not_parallel_test.go

package example

import "testing"

func TestCalls(t *testing.T) {
	calls := 0
	call := func() int {
		calls++ // want "variable `calls` is shared by tests"
		return calls
	}
	for _, name := range []string{"a", "b", "c"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if call() == 0 {
				t.Error("not counted")
			}
		})
	}
}
