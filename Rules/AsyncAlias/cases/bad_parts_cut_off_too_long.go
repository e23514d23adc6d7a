package example

import "sync"

func Scale(values []float64, size int) {
	var wg sync.WaitGroup
	for len(values) > size {
		wg.Add(1)
		go scale(values[:size+1], &wg) // want "is handed over without a copy"
		values = values[size:]
	}
	wg.Wait()
}

func scale(part []float64, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := range part {
		part[i] *= 2
	}
}
