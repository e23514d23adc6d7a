package example

import "fmt"

var edges = map[string]map[string]int{}

// The inner map is counted up under the lock too.
func link(a, b string) {
	if edges[a] == nil {
		edges[a] = map[string]int{} // want "map `edges` is written with no lock"
	}
	edges[a][b]++
}

func Build() {
	done := make(chan bool)
	for i := range 3 {
		go func() {
			link(fmt.Sprint(i), "x")
			done <- true
		}()
	}
	for range 3 {
		<-done
	}
}
