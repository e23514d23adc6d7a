package cases

import "testing"

// The channel is one step that the test goes through with the goroutine.
func stepwise(t *testing.T, write func(int) error) {
	reached := make(chan bool)
	release := make(chan bool)
	go func() {
		reached <- true
		if err := write(1); err != nil {
			t.Error(err)
		}
		release <- true
	}()
	<-reached
	<-release
}
