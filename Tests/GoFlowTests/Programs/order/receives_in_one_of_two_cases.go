// answer: yes
// reason: A turn that finds the time over goes on, so that some goroutine may not have sent.

package p

import (
	"testing"
	"time"
)

func TestAll(t *testing.T) {
	var names []string
	done := make(chan string, 5)
	lock := make(chan struct{}, 1)
	for i := 0; i < 5; i++ {
		go func() {
			lock <- struct{}{}
			names = append(names, "x") // A
			<-lock
			done <- "x"
		}()
	}
	timer := time.After(time.Second)
	for i := 0; i < 5; i++ {
		select {
		case <-timer:
			t.Error("timed out")
		case <-done:
		}
	}
	for _, name := range names { // B
		t.Log(name)
	}
}
