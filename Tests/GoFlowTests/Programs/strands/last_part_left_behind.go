// answer: no (distinct-elements)
// reason: What the caller keeps to itself lies behind all that it gave to goroutines.

package p

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, size int) {
	for len(values) > size {
		go double(values[:size])
		values = values[size:]
	}
	double(values)
}
