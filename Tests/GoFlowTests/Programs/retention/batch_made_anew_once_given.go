// answer: no (handed-over)
// reason: Lines are put into the batch that the goroutine was not given: once it has one, a new one is made.

package p

func write(batch []string, total chan<- int) {
	n := 0
	for _, line := range batch { // B
		n += len(line)
	}
	total <- n
}

func Collect(lines <-chan string, total chan<- int) {
	batch, n := make([]string, 16), 0
	for line := range lines {
		batch[n] = line // A
		n++
		if n == len(batch) {
			go write(batch, total)
			batch, n = make([]string, 16), 0
		}
	}
}
