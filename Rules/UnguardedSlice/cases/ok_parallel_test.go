package example

import "testing"

// What tests share that run in parallel is for another rule.
func TestOrder(t *testing.T) {
	var order []string
	for _, name := range []string{"first", "second"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			order = append(order, name)
		})
	}
}
