// answer: no (distinct-elements)
// reason: Each parallel subtest changes the bytes of its own case in place.

package p

import "testing"

func trim(b []byte) {
	copy(b, b[1:]) // A B
}

func CheckTrim(t *testing.T) {
	cases := []struct {
		name  string
		input []any
	}{
		{"short", []any{[]byte("ab")}},
		{"long", []any{[]byte("abcdef")}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			trim(tc.input[0].([]byte))
		})
	}
}
