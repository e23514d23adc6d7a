// answer: no (other-memory)
// reason: There are several workers, but each makes its scratch buffer inside its own goroutine.

package p

import "strconv"

func render(ids <-chan int64, out chan<- string, workers int) {
	for w := 0; w < workers; w++ {
		go func() {
			scratch := make([]byte, 0, 32)
			for id := range ids {
				scratch = strconv.AppendInt(scratch[:0], id, 36) // A B
				out <- string(scratch)
			}
		}()
	}
}

func Render(n int) []string {
	ids, out := make(chan int64, n), make(chan string, n)
	render(ids, out, 4)
	for i := range n {
		ids <- int64(i)
	}
	close(ids)
	names := make([]string, n)
	for i := range names {
		names[i] = <-out
	}
	return names
}
