// answer: no (copied)
// reason: The generator gives away a copy of the slice that it writes to.

package p

import (
	"fmt"
	"slices"
)

func count() <-chan []int {
	out := make(chan []int)
	go func() {
		defer close(out)
		v := make([]int, 1)
		for i := range 3 {
			v[0] = i // A
			out <- slices.Clone(v)
		}
	}()
	return out
}

func Main() {
	for v := range count() {
		fmt.Println(v[0]) // B
	}
}
