package example

import "testing"

func TestLengths(t *testing.T) {
	seen := map[string]int{}
	for _, name := range []string{"a", "bb", "ccc"} {
		t.Run(name, func(t *testing.T) {
			seen[name] = len(name)
		})
	}
	if len(seen) != 3 {
		t.Error("not all were seen")
	}
}
