// answer: no (distinct-elements)
// reason: The helper says where the chunk of a number begins and ends, and no two overlap.

package p

func bounds(i, size, count int) (int, int) {
	low := i * size
	high := low + size
	if high > count {
		high = count
	}
	return low, high
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
