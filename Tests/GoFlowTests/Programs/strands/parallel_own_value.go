// answer: no (other-memory)
// reason: Each subtest makes its own values slice inside its literal.

package p

import (
	"slices"
	"testing"
)

func TestOrdering(t *testing.T) {
	cases := map[string]func(a, b int) int{
		"ascending":  func(a, b int) int { return a - b },
		"descending": func(a, b int) int { return b - a },
	}
	for name, order := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			values := []int{3, 1, 2}
			slices.SortFunc(values, order) // A B
			if !slices.IsSortedFunc(values, order) {
				t.Fail()
			}
		})
	}
}
