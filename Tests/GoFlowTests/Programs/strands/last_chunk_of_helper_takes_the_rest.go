// answer: no (distinct-elements)
// reason: The helper gives the last worker what is left, and the others as much as each other.

package p

import "sync"

func part(worker, workers, each, total int) (int, int) {
	if worker == workers-1 {
		return worker * each, total
	}
	return worker * each, (worker + 1) * each
}

func Fill(values []float64, workers int) {
	var wg sync.WaitGroup
	each := len(values) / workers
	for w := 0; w < workers; w++ {
		low, high := part(w, workers, each, len(values))
		wg.Add(1)
		go func() {
			defer wg.Done()
			fill(values[low:high])
		}()
	}
	wg.Wait()
}

func fill(part []float64) {
	for i := range part {
		part[i] = 1 // A B
	}
}
