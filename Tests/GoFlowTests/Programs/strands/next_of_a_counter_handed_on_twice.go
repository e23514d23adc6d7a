// answer: yes
// reason: Two goroutines are given the same number.

package p

import "sync/atomic"

func Fill(out []int) {
	var next atomic.Int64
	for range 4 {
		i := int(next.Add(1))
		go set(out, i, 1)
		go set(out, i, 2)
	}
}

func set(out []int, i, value int) {
	out[i] = value // A B
}
