// answer: yes
// reason: The scratch buffer is made once outside of the loop that starts the workers, so they all format into it.

package p

import "strconv"

func encode(ids <-chan int64, out chan<- string, workers int) {
	scratch := make([]byte, 0, 32)
	for w := 0; w < workers; w++ {
		go func() {
			for id := range ids {
				b := strconv.AppendInt(scratch[:0], id, 36) // A B
				out <- string(b)
			}
		}()
	}
}

func Encode(n int) []string {
	ids, out := make(chan int64, n), make(chan string, n)
	encode(ids, out, 4)
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
