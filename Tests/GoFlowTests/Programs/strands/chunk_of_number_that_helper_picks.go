// answer: yes
// reason: What the helper gives is a number of its own choice, and may be the same for two workers.

package p

import (
	"math/rand"
	"sync"
)

func pick(worker, each int) int {
	return rand.Intn(worker+1) * each
}

func Fill(values []float64, workers int) {
	var wg sync.WaitGroup
	each := len(values) / workers
	for w := 0; w < workers; w++ {
		low := pick(w, each)
		wg.Add(1)
		go fill(values[low:low+each], &wg)
	}
	wg.Wait()
}

func fill(part []float64, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := range part {
		part[i] = 1 // A B
	}
}
