// race: ok_lock_test.go

package example

import "testing"

func TestLengths(t *testing.T) {
	seen := map[string]int{}
	for _, name := range []string{"a", "bb", "ccc"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			seen[name] = len(name) // want "map `seen` is shared by tests"
			if seen[name] == 0 {
				t.Error("no length")
			}
		})
	}
}
