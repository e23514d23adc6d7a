package example

import "testing"

type logged struct{ log []string }

func newLogged() *logged { return &logged{} }

func (c *logged) call(s string) {
	c.log = append(c.log, s) // want "field `logged.log` is shared by tests"
}

// The channel is no part of it.
func TestChannelStays(t *testing.T) {
	c := newLogged()
	seen := make(chan string, 2)
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c.call(name)
			seen <- name
		})
	}
}
