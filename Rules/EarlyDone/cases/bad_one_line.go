package cases

import "sync"

func sumUp(values []int) int {
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() { wg.Done(); sum = len(values) }() // want "announces completion before the change of `sum`"
	wg.Wait()
	return sum
}
