package example

import (
	"sync"
	"testing"
)

func initial() int { return 1 }

// The mutex and the other number have nothing to do with it.
func TestOtherStays(t *testing.T) {
	n, total := initial(), initial()
	var mu sync.Mutex
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			mu.Lock()
			total++
			mu.Unlock()
			n++ // want "variable `n` is shared by tests"
		})
	}
}
