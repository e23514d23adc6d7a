// race: ok_read_after_group_test.go

package example

import "testing"

func TestOrder(t *testing.T) {
	var order []string
	for _, name := range []string{"first", "second"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			order = append(order, name) // want "variable `order` is shared by tests"
		})
	}
	t.Cleanup(func() { t.Log(order) })
}
