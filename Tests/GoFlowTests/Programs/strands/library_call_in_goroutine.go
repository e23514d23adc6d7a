// answer: yes
// reason: The goroutine is nothing but a library call, which sorts the slice that the caller reads meanwhile.

package p

import "sort"

func Best(scores []int) int {
	go sort.Ints(scores) // A
	best := 0
	for _, s := range scores { // B
		best = max(best, s)
	}
	return best
}
