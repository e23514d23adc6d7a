// answer: yes
// reason: The function changes the element at its last number, too, with which the next begins.

package p

func Clear(values []int, workers int) {
	size := len(values) / workers
	for w := 0; w < workers; w++ {
		go clear(values, w*size, (w+1)*size)
	}
}

func clear(values []int, first, last int) {
	for i := first; i <= last; i++ {
		values[i] = 0 // A B
	}
}
