// answer: yes
// reason: Who does not receive goes on all the same: complain fails only where it is told to.

package p

import (
	"testing"
	"time"
)

func complain(t *testing.T, text string, isFatal bool) {
	t.Helper()
	println(text)
	if isFatal {
		t.FailNow()
	}
}

func TestCount(t *testing.T) {
	n := 0
	done := make(chan bool, 1)
	go func() {
		n++ // A
		done <- true
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
		complain(t, "late", false)
	}
	println(n) // B
}
