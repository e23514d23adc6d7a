// answer: yes
// reason: The helper returns when it has started the callback.

package p

func inBackground(f func()) <-chan bool {
	done := make(chan bool, 1)
	go func() {
		f()
		done <- true
	}()
	return done
}

func Count(items []string) int {
	n := 0
	inBackground(func() {
		n = len(items) // A
	})
	return n // B
}
