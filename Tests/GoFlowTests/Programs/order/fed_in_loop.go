// answer: no (one-goroutine)
// reason: One goroutine takes from the channel into which the caller sends again and again; that it goes on for each value makes no second one of it.

package p

func Distinct(all <-chan string) map[string]bool {
	next := make(chan string)
	done := make(chan struct{})
	seen := map[string]bool{}
	go func() {
		defer close(done)
		for name := range next {
			if seen[name] { // A
				continue
			}
			seen[name] = true // B
		}
	}()
	for name := range all {
		next <- name
	}
	close(next)
	<-done
	return seen
}
