package example

func Count(words <-chan string, total chan<- int) {
	counts := map[string]int{}
	for word := range words {
		counts[word]++
		if len(counts)%10 != 0 {
			continue
		}
		go send(counts, total) // want "`counts` is handed over without a copy: a goroutine reads it while `Count` .* the same map"
		if len(counts) == 100 {
			counts = map[string]int{}
		}
	}
}

func send(counts map[string]int, total chan<- int) {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	total <- sum
}
