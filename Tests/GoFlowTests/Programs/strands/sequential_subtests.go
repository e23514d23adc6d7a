// answer: no (one-goroutine)
// reason: Without t.Parallel each t.Run returns only when its subtest is over, so the subtests follow each other.

package p

import "testing"

type greeter struct {
	name string
}

func (c *greeter) greet() string { return "hello " + c.name }

func TestGreeter(t *testing.T) {
	c := &greeter{}
	for _, name := range []string{"ann", "bob", "cy"} {
		t.Run(name, func(t *testing.T) {
			t.Helper()
			c.name = name // A B
			if got := c.greet(); got != "hello "+name {
				t.Errorf("got %q", got)
			}
		})
	}
}
