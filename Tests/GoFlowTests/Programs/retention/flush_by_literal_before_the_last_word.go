// answer: yes
// reason: The word goes into the map that was found before the literal gave it away.

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
		full := counts
		if len(full) >= 10 {
			flush()
		}
		full[word]++ // A
	}
	flush()
}
