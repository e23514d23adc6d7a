// answer: no (joined)
// reason: Who does not receive fails, and fail never returns.

package p

import (
	"testing"
	"time"
)

func fail(t *testing.T, text string) {
	t.Helper()
	println(text)
	t.FailNow()
}

func TestCount(t *testing.T) {
	n := 0
	done := make(chan bool)
	go func() {
		n++ // A
		done <- true
	}()
	select {
	case <-done:
	case <-time.After(time.Second):
		fail(t, "late")
	}
	println(n) // B
}
