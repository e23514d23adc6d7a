// answer: yes
// reason: Both examples have one input, which the goroutine of each changes.

package p

type example struct {
	name  string
	input []any
}

func check(v []any) { v[0].([]byte)[0] = 1 } // A B

func run() {
	shared := []byte{1, 1}
	examples := []example{
		{name: "ones", input: []any{shared}},
		{name: "twos", input: []any{shared}},
	}
	for _, e := range examples {
		go func() { check(e.input) }()
	}
}
