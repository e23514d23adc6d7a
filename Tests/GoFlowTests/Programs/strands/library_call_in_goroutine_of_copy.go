// answer: no (copied)
// reason: The library call that runs in the goroutine sorts a copy.

package p

import (
	"slices"
	"sort"
)

func Best(scores []int) int {
	go sort.Ints(slices.Clone(scores)) // A
	best := 0
	for _, s := range scores { // B
		best = max(best, s)
	}
	return best
}
