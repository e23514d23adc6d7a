// answer: yes
// reason: The first batch has a second name, by which it is changed when it was given away.

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
	first := batch
	for line := range lines {
		batch[n] = line
		n++
		if n == len(batch) {
			go write(batch, total)
			batch, n = make([]string, 16), 0
			first[0] = line // A
		}
	}
}
