package example

import "sort"

var plain sort.IntSlice

// Sorting runs methods and changes elements: it may neither run under the lock nor outside of it.
func Fill() {
	done := make(chan bool)
	go func() {
		for i := range 1000 {
			plain = append(plain, -i) // want "slice `plain` is changed with no lock"
		}
		done <- true
	}()
	for {
		select {
		case <-done:
			return
		default:
			sort.Sort(plain)
		}
	}
}
