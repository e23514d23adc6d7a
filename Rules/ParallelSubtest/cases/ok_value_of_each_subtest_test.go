package example

import "testing"

type client struct {
	token string
	calls int
}

func (c *client) get(path string) string {
	c.calls++
	return c.token + path
}

func TestClient(t *testing.T) {
	for _, path := range []string{"/", "/page"} {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			c := &client{token: "t"}
			if c.get(path) != "t"+path {
				t.Error(path)
			}
		})
	}
}
