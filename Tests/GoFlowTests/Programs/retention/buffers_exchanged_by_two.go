// answer: yes
// reason: A second flush, by Sync, exchanges the buffers again while the first one is still written.

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
	l.lines = append(l.lines, line)
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
	l.lines, l.spare = l.spare, l.lines // A
	l.mu.Unlock()
	for _, line := range l.spare { // B
		io.WriteString(l.out, line)
	}
	l.spare = l.spare[:0]
}

// Sync writes out what there is.
func (l *Log) Sync() { l.flush() }
