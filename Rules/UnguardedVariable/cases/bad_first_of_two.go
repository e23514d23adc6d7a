package example

// First returns when one of both is done; the other one may write yet.
func First(a, b func() string) string {
	var winner string
	done := make(chan struct{}, 2)
	for _, f := range []func() string{a, b} {
		go func() {
			winner = f() // want "variable `winner` is written with no lock"
			done <- struct{}{}
		}()
	}
	<-done
	return winner
}
