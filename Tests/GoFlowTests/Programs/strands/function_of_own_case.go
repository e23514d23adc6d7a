// answer: no (distinct-elements)
// reason: Each parallel subtest has its own case: the function of the case looks at the bytes of the same case, which its own subtest shortens.

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
	cases := []struct {
		name  string
		fn    func([]any) error
		input []any
	}{
		{"short", func(v []any) error { first(v); return nil }, []any{[]byte("ab")}},
		{"long", func(v []any) error { first(v); return nil }, []any{[]byte("abcdef")}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			values := tc.input
			shrink(values, tc.fn)
		})
	}
}
