// answer: no (joined)
// reason: Wait returns only after both goroutines called Done, which they do after their last write.

package p

import "sync"

func Partition(values []int, pivot int) (low, high []int) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for _, v := range values {
			if v < pivot {
				low = append(low, v) // A
			}
		}
	}()
	go func() {
		defer wg.Done()
		for _, v := range values {
			if v >= pivot {
				high = append(high, v)
			}
		}
	}()
	wg.Wait()
	if len(low) == 0 { // B
		return nil, high
	}
	return low, high
}
