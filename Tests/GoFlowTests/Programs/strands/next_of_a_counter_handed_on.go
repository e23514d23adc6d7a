// answer: no (distinct-elements)
// reason: Each turn counts on and hands the number to a goroutine of its own.

package p

import "sync/atomic"

func Fill(out []int) {
	var next atomic.Int64
	for range 4 {
		i := int(next.Add(1))
		go set(out, i)
	}
}

func set(out []int, i int) {
	out[i] = 1 // A B
}
