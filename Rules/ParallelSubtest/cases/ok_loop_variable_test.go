package example

import "testing"

func TestSquares(t *testing.T) {
	for _, test := range []struct {
		name string
		n    int
		got  int
	}{{name: "one", n: 1}, {name: "two", n: 2}} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.got = test.n * test.n
			if test.got < test.n {
				t.Error(test.got)
			}
		})
	}
}
