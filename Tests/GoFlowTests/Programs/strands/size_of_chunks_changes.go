// answer: yes
// reason: The chunks get larger while their starts are counted by the new size.

package p

func Clear(values []int, size, count int) {
	for i := 0; i < count; i++ {
		go clear(values, i*size, (i+1)*size)
		size++
	}
}

func clear(values []int, first, last int) {
	for i := first; i < last; i++ {
		values[i] = 0 // A B
	}
}
