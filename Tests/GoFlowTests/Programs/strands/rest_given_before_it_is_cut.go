// answer: yes
// reason: Each goroutine is given all that is left, to the end of the slice.

package p

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, size int) {
	for len(values) > size {
		go double(values)
		values = values[size:]
	}
}
