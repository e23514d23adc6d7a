// race: ok_written_before_run_test.go

package example

import "testing"

type options struct{ strict bool }

func parse(text string, o *options) bool { return !o.strict || text != "" }

func TestParse(t *testing.T) {
	o := &options{}
	t.Run("lenient", func(t *testing.T) {
		t.Parallel()
		if !parse("", o) {
			t.Error("lenient")
		}
	})
	t.Run("strict", func(t *testing.T) {
		t.Parallel()
		o.strict = true // want "field `options.strict` is shared by tests"
		if parse("", o) {
			t.Error("strict")
		}
	})
}
