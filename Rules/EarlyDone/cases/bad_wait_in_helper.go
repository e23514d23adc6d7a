package cases

import "sync"

func waitFor(group *sync.WaitGroup) {
	if group != nil {
		group.Wait()
	}
}

func sumAll(numbers []int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() {
		wg.Done() // want "`wg.Done\(\)` announces completion before the change of `sum`"
		for _, n := range numbers {
			sum += n
		}
	}()
	waitFor(&wg)
	return sum
}
