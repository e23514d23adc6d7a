package example

import "testing"

var limit = 10

func allowed(n int) bool { return n <= limit }

// known-miss: nothing in the program calls tests of the top level; that they run beside each other
// is not known.
func TestLowLimit(t *testing.T) {
	t.Parallel()
	limit = 1
	if allowed(2) {
		t.Error("2 is above the limit")
	}
}

func TestDefaultLimit(t *testing.T) {
	t.Parallel()
	if !allowed(10) {
		t.Error("10 is the limit")
	}
}
