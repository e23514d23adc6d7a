// answer: yes
// reason: Each goroutine is given one element more than is cut off.

package p

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, size int) {
	for len(values) > size {
		go double(values[:size+1])
		values = values[size:]
	}
}
