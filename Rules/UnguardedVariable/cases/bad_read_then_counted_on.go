package example

import "fmt"

var last int

// What is read first decides what is written: one section holds both, and what lies between them.
func next(step int) int {
	id := last
	step *= 2
	last = id + step // want "variable `last` is written with no lock"
	fmt.Println("gave", id)
	return id
}

func Run() {
	done := make(chan int)
	for i := range 4 {
		go func() { done <- next(i) }()
	}
	for range 4 {
		fmt.Println(<-done)
	}
}
