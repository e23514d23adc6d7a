// answer: no (handed-over)
// reason: The literal takes the map out of the variable and puts a new one there before the goroutine begins.

package p

func Run(words <-chan string, total chan<- int) {
	counts := make(map[string]int)
	flush := func() {
		full := counts
		counts = make(map[string]int)
		go func() {
			n := 0
			for _, count := range full { // B
				n += count
			}
			total <- n
		}()
	}
	for word := range words {
		counts[word]++ // A
		if len(counts) >= 10 {
			flush()
		}
	}
	flush()
}
