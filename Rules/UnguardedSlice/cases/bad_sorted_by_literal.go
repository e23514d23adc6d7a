package example

import "sort"

var names []string

// What the literal reads is read under the lock that is held around the whole call.
func Collect(in <-chan string) {
	done := make(chan bool)
	go func() {
		for name := range in {
			names = append(names, name) // want "slice `names` is changed with no lock"
		}
		done <- true
	}()
	for {
		select {
		case <-done:
			return
		default:
			sort.Slice(names, func(i, j int) bool { return names[i] < names[j] })
		}
	}
}
