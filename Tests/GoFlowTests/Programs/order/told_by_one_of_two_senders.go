// answer: yes
// reason: What comes out of the channel may be the word of the other goroutine.

package p

func Count(names []string, stop <-chan bool) int {
	over := make(chan bool, 2)
	n := 0
	go func() {
		for range names {
			n++ // A
		}
		select {
		case over <- true:
		default:
		}
	}()
	go func() {
		<-stop
		over <- false
	}()
	<-over
	return n // B
}
