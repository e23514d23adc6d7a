// answer: yes
// reason: What the caller goes through at the end is the whole, and not what is left of it.

package p

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, size int) {
	rest := values
	for len(rest) > size {
		go double(rest[:size])
		rest = rest[size:]
	}
	double(values)
}
