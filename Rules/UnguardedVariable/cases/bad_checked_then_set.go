package example

import "fmt"

var top int

// The best one is printed while nothing may be held, so that a lock for each use would leave time
// between the question and the answer: the edit needs a look.
func note(value int) {
	if value > top {
		top = value // want "variable `top` is written with no lock"
		fmt.Println("best so far:", value)
	}
}

func Run() {
	done := make(chan bool)
	for i := range 4 {
		go func() {
			note(i)
			done <- true
		}()
	}
	for range 4 {
		<-done
	}
}
