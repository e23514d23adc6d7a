// answer: yes
// reason: Of two batches the one is filled while the other one is written, and then they change places.

package p

func write(batch []string, total chan<- int) {
	n := 0
	for _, line := range batch { // B
		n += len(line)
	}
	total <- n
}

func Collect(lines <-chan string, total chan<- int) {
	batch, other, n := make([]string, 16), make([]string, 16), 0
	for line := range lines {
		batch[n] = line // A
		n++
		if n == len(batch) {
			go write(batch, total)
			batch, other, n = other, batch, 0
		}
	}
}
