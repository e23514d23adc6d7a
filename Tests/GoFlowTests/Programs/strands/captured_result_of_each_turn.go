// answer: no (other-memory)
// reason: Each turn gives a batch of its own, which the literal finds in a variable of the turn.

package p

type event struct{ seen int }

func Mark(next func() *event) {
	for range 10 {
		e := next()
		go func() {
			e.seen++ // A B
		}()
	}
}
