package example

func write(batch []string) int {
	n := 0
	for _, line := range batch {
		n += len(line)
	}
	return n
}

func Collect(lines <-chan string, total chan<- int) {
	batch := make([]string, 0, 16)
	for line := range lines {
		batch = append(batch, line)
		if len(batch) == cap(batch) {
			go func(batch []string) { total <- write(batch) }(batch)
			batch = make([]string, 0, 16)
		}
	}
}

func Count(words <-chan string, total chan<- int) {
	counts := map[string]int{}
	for word := range words {
		counts[word]++
		if len(counts) < 100 {
			continue
		}
		go send(counts, total)
		counts = map[string]int{}
	}
}

func send(counts map[string]int, total chan<- int) {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	total <- sum
}
