// answer: yes
// reason: Both have the element in the middle.

package p

func Clear(values []int) {
	middle := len(values) / 2
	go clear(values, 0, middle+1)
	clear(values, middle, len(values))
}

func clear(values []int, first, last int) {
	for i := first; i < last; i++ {
		values[i] = 0 // A B
	}
}
