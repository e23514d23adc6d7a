// answer: yes
// reason: Each round cuts the same parts off the whole slice once more.

package p

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, size, rounds int) {
	for range rounds {
		rest := values
		for len(rest) > size {
			go double(rest[:size])
			rest = rest[size:]
		}
	}
}
