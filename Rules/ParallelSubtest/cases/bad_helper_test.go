// race: ok_read_only_test.go

package example

import "testing"

type recorder struct{ lines []string }

func (r *recorder) log(line string) { r.lines = append(r.lines, line) } // want "field `recorder.lines` is shared by tests"

func TestLog(t *testing.T) {
	r := &recorder{}
	check := func(t *testing.T, line string) {
		r.log(line)
		if r.lines[0] != line {
			t.Error(r.lines)
		}
	}
	t.Run("short", func(t *testing.T) {
		t.Parallel()
		check(t, "a")
	})
	t.Run("long", func(t *testing.T) {
		t.Parallel()
		check(t, "aaaa")
	})
}
