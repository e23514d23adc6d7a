// answer: no (distinct-elements)
// reason: Where the helper would begin behind the end it begins at the end, and the chunk is empty.

package p

func bounds(i, count, total int) (low, high int) {
	size := (total + count - 1) / count
	low = min(i*size, total)
	high = min((i+1)*size, total)
	return low, high
}

func Scale(values []float64, workers int) {
	for i := range workers {
		low, high := bounds(i, workers, len(values))
		go scale(values[low:high])
	}
}

func scale(part []float64) {
	for i := range part {
		part[i] *= 2 // A B
	}
}
