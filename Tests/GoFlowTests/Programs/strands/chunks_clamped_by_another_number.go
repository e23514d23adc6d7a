// answer: yes
// reason: All chunks of the second half begin in the middle, and do not end there.

package p

func bounds(i, count, total int) (low, high int) {
	size := (total + count - 1) / count
	low = min(i*size, total/2)
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
