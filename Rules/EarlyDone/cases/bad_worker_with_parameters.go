package cases

import "sync"

// The goroutine gets the wait group and the results as arguments.
func measure(id int, wg *sync.WaitGroup, results []int) {
	n := id * id
	wg.Done() // want "`wg.Done\(\)` announces completion before the change of `results\[id\]`"
	results[id] = n
}

func measureAll() []int {
	results := make([]int, 10)
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Add(1)
		go measure(i, &wg, results)
	}
	wg.Wait()
	return results
}
