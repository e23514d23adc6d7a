// answer: no (handed-over)
// reason: flush exchanges both buffers under the lock, and nobody else uses the one behind.

package p

import (
	"io"
	"sync"
	"time"
)

type Log struct {
	mu    sync.Mutex
	lines []string
	spare []string
	out   io.Writer
	stop  chan struct{}
}

func NewLog(out io.Writer) *Log {
	l := &Log{out: out, stop: make(chan struct{})}
	go l.run()
	return l
}

// Add takes a line.
func (l *Log) Add(line string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line) // A
}

func (l *Log) run() {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-l.stop:
			l.flush()
			return
		case <-ticker.C:
			l.flush()
		}
	}
}

func (l *Log) flush() {
	l.mu.Lock()
	l.lines, l.spare = l.spare, l.lines
	l.mu.Unlock()
	for _, line := range l.spare { // B
		io.WriteString(l.out, line)
	}
	l.spare = l.spare[:0]
}
