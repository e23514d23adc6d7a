// answer: yes
// reason: A writer gives its token back before it has written the batch, so that the next one starts beside it.

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
		<-seat
		l.write(batch)
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
