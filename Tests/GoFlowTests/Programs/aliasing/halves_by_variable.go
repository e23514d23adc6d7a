// answer: no (distinct-elements)
// reason: The goroutine gets the elements before the middle, the caller goes on with those from the middle on.

package p

import "slices"

func SortHalves(values []int) {
	mid := len(values) / 2
	done := make(chan bool)
	go sortPart(values[:mid], done)
	slices.Sort(values[mid:]) // A
	<-done
}

func sortPart(part []int, done chan<- bool) {
	slices.Sort(part) // B
	done <- true
}
