// answer: no (distinct-elements)
// reason: Each goroutine is given the beginning of what is left, and the rest goes on behind it.

package p

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, size int) {
	for len(values) > 0 {
		n := min(size, len(values))
		go double(values[:n])
		values = values[n:]
	}
}
