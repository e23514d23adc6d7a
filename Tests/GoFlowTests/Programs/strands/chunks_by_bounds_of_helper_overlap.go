// answer: yes
// reason: Each chunk ends one element behind where the next one begins.

package p

func bounds(i, size, count int) (int, int) {
	low := i * size
	return low, min(low+size+1, count)
}

func Scale(values []float64, workers int) {
	size := (len(values) + workers - 1) / workers
	for i := 0; i < workers; i++ {
		low, high := bounds(i, size, len(values))
		go double(values[low:high])
	}
}

func double(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}
