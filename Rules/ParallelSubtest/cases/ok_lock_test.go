package example

import (
	"sync"
	"testing"
)

func TestLengths(t *testing.T) {
	var mu sync.Mutex
	seen := map[string]int{}
	for _, name := range []string{"a", "bb", "ccc"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			mu.Lock()
			defer mu.Unlock()
			seen[name] = len(name)
		})
	}
}
