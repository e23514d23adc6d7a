// answer: yes
// reason: The helper begins each part where the first one begins.

package p

import "sync"

func part(worker, each int) (low, high int) {
	return 0, (worker + 1) * each
}

func Fill(values []float64, workers int) {
	var wg sync.WaitGroup
	each := len(values) / workers
	for w := 0; w < workers; w++ {
		low, high := part(w, each)
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
