// answer: no (distinct-elements)
// reason: The last goroutine is given what the others left.

package p

import "sync"

func double(part []float64, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := range part {
		part[i] *= 2 // A B
	}
}

func Scale(values []float64, size int) {
	var wg sync.WaitGroup
	for len(values) > size {
		wg.Add(1)
		go double(values[:size], &wg)
		values = values[size:]
	}
	wg.Add(1)
	go double(values, &wg)
	wg.Wait()
}
