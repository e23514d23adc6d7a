// answer: yes
// reason: The last element of a chunk is the first one of the next.

package p

func Scale(values []float64, workers int) {
	chunk := (len(values) + workers - 1) / workers
	for start := 0; start < len(values); start += chunk {
		end := min(start+chunk+1, len(values))
		go double(values[start:end])
	}
}

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}
