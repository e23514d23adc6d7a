// answer: no (joined)
// reason: The helper runs the callback in a goroutine and returns when that has ended.

package p

func inBackground(f func()) bool {
	done := make(chan bool)
	go func() {
		defer func() { done <- recover() == nil }()
		f()
	}()
	return <-done
}

func Count(items []string) int {
	n := 0
	inBackground(func() {
		n = len(items) // A
	})
	return n // B
}
