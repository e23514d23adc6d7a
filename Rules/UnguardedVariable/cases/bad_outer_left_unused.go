package example

// Nothing is left for the variable outside, which goes.
func outerLeftUnused(names []string, f func(string) error) {
	var err error
	done := make(chan bool)
	for _, n := range names {
		go func() {
			if err = f(n); err != nil { // want "variable `err` is written with no lock"
				println(err.Error())
			}
			done <- true
		}()
	}
	for range names {
		<-done
	}
}
