package example

import "testing"

func TestNames(t *testing.T) {
	names := map[int]string{}
	names[200] = "OK"
	names[404] = "Not Found"
	for code, want := range names {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			if names[code] != want {
				t.Error(code)
			}
		})
	}
}
