// answer: no (other-memory)
// reason: The base has no room behind its end, so both appends move to arrays of their own.

package p

import "slices"

func Variants(base []string, run func([]string)) {
	base = slices.Clip(base)
	done := make(chan bool)
	go func() {
		run(append(base, "-fast")) // A
		done <- true
	}()
	run(append(base, "-small")) // B
	<-done
}
