package example

import "sync"

func addTo(id int, wg *sync.WaitGroup, total *int) {
	defer wg.Done()
	*total += id // want "variable `total` is written with no lock"
}

// A mutex of the worker would be one for each call.
func pointerOfWorker() int {
	var wg sync.WaitGroup
	total := 0
	for i := range 3 {
		wg.Add(1)
		go addTo(i, &wg, &total)
	}
	wg.Wait()
	return total
}
