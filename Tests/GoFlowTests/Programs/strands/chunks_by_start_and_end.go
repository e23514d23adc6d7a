// answer: no (distinct-elements)
// reason: Each goroutine is given the elements from where the last chunk ended.

package p

func Scale(values []float64, workers int) {
	chunk := (len(values) + workers - 1) / workers
	for start := 0; start < len(values); start += chunk {
		end := min(start+chunk, len(values))
		go double(values[start:end])
	}
}

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}
