package example

import "example/switches"

type options struct{ Trace bool }

func show(n int) {
	if switches.Trace {
		println(n)
	}
}

// The parameter hides the import: its field is no constant.
func count(switches *options, done chan struct{}) int {
	n := 0
	go func() {
		if switches.Trace {
			n++
		}
		close(done)
	}()
	n = 2 // want "variable `n` is written with no lock"
	<-done
	show(n)
	return n
}
