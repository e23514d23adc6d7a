// answer: no (handed-over)
// reason: The literal puts a new map into the variable once a goroutine was given the old one.

package p

func sum(counts map[string]int, total chan<- int) {
	n := 0
	for _, count := range counts { // B
		n += count
	}
	total <- n
}

func Run(words <-chan string, total chan<- int) {
	counts := make(map[string]int)
	flush := func() {
		if len(counts) == 0 {
			return
		}
		go sum(counts, total)
		counts = make(map[string]int)
	}
	for word := range words {
		counts[word]++ // A
		if len(counts) >= 10 {
			flush()
		}
	}
	flush()
}
