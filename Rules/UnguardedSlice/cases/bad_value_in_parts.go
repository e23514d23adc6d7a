package example

import "fmt"

// What stands on its own has spaces that an argument beside others has not.
func valueInParts() int {
	var names []string
	done := make(chan bool)
	go func() {
		for i := range 3 {
			names = append(names, fmt.Sprint(10-i*2)) // want "slice `names` is changed with no lock"
		}
		done <- true
	}()
	n := len(names)
	<-done
	return n
}
