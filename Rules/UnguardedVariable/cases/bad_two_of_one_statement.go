package example

import "fmt"

// One mutex guards both of them.
func Measure() {
	n, size := 0, 0
	done := make(chan bool)
	go func() {
		n, size = 1, 2 // want "variables `n` and `size` are written with no lock"
		done <- true
	}()
	fmt.Println(n)
	fmt.Println(size)
	<-done
}
