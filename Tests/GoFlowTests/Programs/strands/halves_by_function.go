// answer: no (distinct-elements)
// reason: The one goes up to the middle, the other one begins there.

package p

func Clear(values []int) {
	middle := len(values) / 2
	go clear(values, 0, middle)
	clear(values, middle, len(values))
}

func clear(values []int, first, last int) {
	for i := first; i < last; i++ {
		values[i] = 0 // A B
	}
}
