// answer: no (distinct-elements)
// reason: Each subtest shortens its own row of the table: what the helper puts back into the row is a part of it, or what it made itself.

package p

import "testing"

func shrink(v []byte, try func([]byte) bool) {
	tmp := make([]byte, len(v))
	for i := range v {
		short := tmp[:len(v)-1]
		copy(short[:i], v[:i])
		if !try(short) {
			continue
		}
		copy(v[i:], v[i+1:]) // A B
		v = v[:len(short)]
		try(v)
	}
}

func shrinkFirst(values []any) {
	try := func(b []byte) bool {
		before := values[0]
		values[0] = b
		if len(b) > 3 {
			return true
		}
		values[0] = before
		return false
	}
	if v, ok := values[0].([]byte); ok {
		shrink(v, try)
	}
}

func TestShrink(t *testing.T) {
	cases := []struct {
		name   string
		values []any
	}{
		{name: "short", values: []any{[]byte{1, 2, 3, 4}}},
		{name: "long", values: []any{[]byte{1, 2, 3, 4, 5, 6}}},
	}
	for _, c := range cases {
		c := c
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			shrinkFirst(c.values)
		})
	}
}
