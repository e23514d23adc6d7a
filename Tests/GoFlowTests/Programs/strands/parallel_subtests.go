// answer: yes
// reason: The subtests run in parallel and all of them set the name of the one shared client.

package p

import "testing"

type client struct {
	name string
}

func (c *client) greet() string { return "hello " + c.name }

func TestGreet(t *testing.T) {
	c := &client{}
	for _, name := range []string{"ann", "bob", "cy"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.name = name // A B
			if got := c.greet(); got != "hello "+name {
				t.Errorf("got %q", got)
			}
		})
	}
}
