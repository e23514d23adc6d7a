// answer: no (distinct-elements)
// reason: Each goroutine wraps the input of its own case, and nobody else has that.

package p

import "fmt"

type example struct {
	name  string
	input []any
}

func check(v []any) error {
	v[0].([]byte)[0] = 1 // A B
	return fmt.Errorf("bad %v", v[0])
}

func run(report func(error)) {
	examples := []example{
		{name: "ones", input: []any{[]byte{1, 1}}},
		{name: "twos", input: []any{[]byte{2, 2}}},
	}
	for _, e := range examples {
		go func() {
			if err := check(e.input); err != nil {
				report(err)
			}
		}()
	}
}
