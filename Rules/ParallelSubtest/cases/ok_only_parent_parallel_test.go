package example

import "testing"

// It runs beside other tests, but its subtests one after the other.
func TestSteps(t *testing.T) {
	t.Parallel()
	state := "new"
	t.Run("open", func(t *testing.T) {
		state = "open"
	})
	t.Run("close", func(t *testing.T) {
		if state != "open" {
			t.Fatal("not open")
		}
		state = "closed"
	})
}
