package example

import "testing"

func TestProxy(t *testing.T) {
	reset()
	t.Setenv("PROXY", "there")
	if Proxy() != "there" {
		t.Fatal(Proxy())
	}
}
