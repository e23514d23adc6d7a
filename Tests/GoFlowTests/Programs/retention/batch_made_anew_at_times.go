// answer: yes
// reason: A batch that is given away while it is small is filled further.

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
		if n%4 == 0 {
			go write(batch, total)
			if n == len(batch) {
				batch, n = make([]string, 16), 0
			}
		}
	}
}
