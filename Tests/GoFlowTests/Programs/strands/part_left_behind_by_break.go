// answer: yes
// reason: The turn that leaves the loop gave its part to a goroutine, and did not cut it off.

package p

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, size int) {
	for len(values) > size {
		go double(values[:size])
		if values[0] < 0 {
			break
		}
		values = values[size:]
	}
	double(values)
}
