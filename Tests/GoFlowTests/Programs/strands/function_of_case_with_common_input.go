// answer: yes
// reason: Both cases have the same bytes, so that the function of the one case looks at them while the subtest of the other shortens them.

package p

import "testing"

func shrink(values []any, try func([]any) error) {
	b := values[0].([]byte)
	copy(b, b[1:]) // A
	values[0] = b[:len(b)-1]
	try(values)
}

func first(values []any) byte {
	return values[0].([]byte)[0] // B
}

func CheckShrink(t *testing.T) {
	input := []any{[]byte("abcdef")}
	cases := []struct {
		name  string
		fn    func([]any) error
		input []any
	}{
		{"short", func(v []any) error { first(v); return nil }, input},
		{"long", func(v []any) error { first(v); return nil }, input},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			values := tc.input
			shrink(values, tc.fn)
		})
	}
}
