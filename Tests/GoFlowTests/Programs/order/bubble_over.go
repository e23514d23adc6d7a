// answer: no (joined)
// reason: Test returns when all goroutines of the bubble have ended.

package p

import (
	"testing"
	"testing/synctest"
)

func TestCount(t *testing.T) {
	n := 0
	synctest.Test(t, func(t *testing.T) {
		go func() {
			n++ // A
		}()
	})
	if n != 1 { // B
		t.Error(n)
	}
}
