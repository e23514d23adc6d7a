// answer: yes
// reason: The start is not advanced: each goroutine has the elements of the first chunk, too.

package p

func Scale(values []float64, chunk int) {
	start := 0
	for end := chunk; end <= len(values); end += chunk {
		go double(values[start:end])
	}
}

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}
