// answer: yes
// reason: There is room for two tokens, so that two writers may be there at once.

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
	seat := make(chan struct{}, 2)
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
