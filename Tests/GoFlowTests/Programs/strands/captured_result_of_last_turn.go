// answer: yes
// reason: The variable is one for all turns, so that a literal may find what a later turn put there.

package p

type event struct{ seen int }

func Mark(next func() *event) {
	var e *event
	for range 10 {
		e = next()
		go func() {
			e.seen++ // A B
		}()
	}
}
