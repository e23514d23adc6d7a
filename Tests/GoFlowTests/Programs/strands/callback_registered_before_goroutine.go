// answer: no (before-start)
// reason: The function is made before the variable is set, but only the goroutine runs it, which begins later.

package p

func Subscribe(names []string, filter bool) chan string {
	out := make(chan string)
	queue := names
	closeAll := func() {
		println(len(queue)) // A
		close(out)
	}
	if filter {
		queue = names[:1] // B
	}
	go func() {
		defer closeAll()
		for _, name := range names {
			out <- name
		}
	}()
	return out
}
