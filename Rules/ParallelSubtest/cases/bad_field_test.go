// race: ok_value_of_each_subtest_test.go

package example

import "testing"

type client struct {
	token string
	calls int
}

func (c *client) get(path string) string {
	c.calls++ // want "field `client.calls` is shared by tests"
	return c.token + path
}

func TestClient(t *testing.T) {
	c := &client{token: "t"}
	t.Run("root", func(t *testing.T) {
		t.Parallel()
		if c.get("/") != "t/" {
			t.Error("root")
		}
	})
	t.Run("page", func(t *testing.T) {
		t.Parallel()
		if c.get("/page") != "t/page" {
			t.Error("page")
		}
	})
}
