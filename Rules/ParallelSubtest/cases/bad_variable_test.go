// race: ok_shadowed_err_test.go

package example

import (
	"strconv"
	"testing"
)

func TestParse(t *testing.T) {
	var n int
	var err error
	for _, text := range []string{"1", "2", "x"} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			n, err = strconv.Atoi(text) // want "variables `n` and `err` are shared by tests"
			if err != nil {
				t.Skip(err)
			}
			t.Log(n)
		})
	}
}
