// answer: no (locked)
// reason: The loop puts a token into the channel before it starts a writer, and the writer takes it out at its end: no two writers are there at once.

package p

type Log struct {
	in    chan string
	lines []string
	size  int
}

func (l *Log) write(batch []string) {
	for _, line := range batch {
		l.lines = append(l.lines, line)
		l.size += len(line) // A B
	}
}

func (l *Log) Run(stop <-chan struct{}) {
	seat := make(chan struct{}, 1)
	write := func(batch []string) {
		l.write(batch)
		<-seat
	}
	var batch []string
	for {
		select {
		case line := <-l.in:
			batch = append(batch, line)
		case <-stop:
			seat <- struct{}{}
			write(batch)
			return
		}
		select {
		case seat <- struct{}{}:
			go write(batch)
			batch = nil
		default:
		}
	}
}
