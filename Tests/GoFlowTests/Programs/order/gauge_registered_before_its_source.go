// answer: no (before-start)
// reason: Both are initialized before main runs; whoever asks for the gauge does so later.

package p

import "expvar"

var (
	depth  = expvar.NewInt("depth")
	report = func() any { return 0 }
)

func init() {
	expvar.Publish("queue", expvar.Func(func() any {
		return report() // A
	}))
	report = func() any { return 1 } // B
}
