// answer: yes
// reason: Nobody waits at the end for the last writer to give its token back.

package p

type Log struct {
	in    chan string
	lines []string
	size  int
}

func (l *Log) write(batch []string) {
	for _, line := range batch {
		l.lines = append(l.lines, line)
		l.size += len(line) // A
	}
}

func (l *Log) Run(stop <-chan struct{}) int {
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
			return l.size // B
		}
		select {
		case seat <- struct{}{}:
			go write(batch)
			batch = nil
		default:
		}
	}
}
