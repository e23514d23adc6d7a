// answer: no (joined)
// reason: Each turn receives from the one case or ends the test, so that all goroutines sent.

package p

import (
	"testing"
	"time"
)

func TestAll(t *testing.T) {
	var names []string
	done := make(chan string)
	lock := make(chan struct{}, 1)
	waiters := 5
	for i := 0; i < waiters; i++ {
		go func() {
			lock <- struct{}{}
			names = append(names, "x") // A
			<-lock
			done <- "x"
		}()
	}
	timer := time.After(time.Second)
	for i := 0; i < waiters; i++ {
		select {
		case <-timer:
			t.Fatal("timed out")
		case <-done:
		}
	}
	for _, name := range names { // B
		t.Log(name)
	}
}
