// answer: no (distinct-elements)
// reason: Each call works on its own part of the slice: the halves given to the two sides do not overlap.

package p

import "sync"

func double(values []int) {
	if len(values) == 1 {
		values[0] *= 2 // A B
		return
	}
	if len(values) == 0 {
		return
	}
	mid := len(values) / 2
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		double(values[:mid])
	}()
	double(values[mid:])
	wg.Wait()
}

func DoubleAll(values []int) { double(values) }
