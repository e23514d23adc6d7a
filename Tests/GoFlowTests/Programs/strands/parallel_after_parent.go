// answer: yes
// reason: A parallel subtest is paused until the parent's body returns, and the two that follow then write one slice at once.

package p

import (
	"slices"
	"testing"
)

var fixture = []int{3, 1, 2}

func TestSorting(t *testing.T) {
	t.Run("ascending", func(t *testing.T) {
		t.Parallel()
		slices.Sort(fixture) // A
		if !slices.IsSorted(fixture) {
			t.Fail()
		}
	})
	t.Run("descending", func(t *testing.T) {
		t.Parallel()
		slices.SortFunc(fixture, func(a, b int) int { return b - a }) // B
		if fixture[0] != 3 {
			t.Fail()
		}
	})
}
