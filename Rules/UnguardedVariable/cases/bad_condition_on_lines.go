package example

var halted bool

// The lines of the condition stand one deeper in the body.
func conditionOnLines() int {
	go func() {
		halted = true // want "variable `halted` is written with no lock"
	}()
	n := 0
	for !halted && // nobody said so
		n < 10 {
		n++
	}
	return n
}
