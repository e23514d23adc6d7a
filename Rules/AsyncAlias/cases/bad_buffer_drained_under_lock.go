package example

import (
	"os"
	"sync"
	"time"
)

type Log struct {
	mu    sync.Mutex
	lines [][]byte
}

func NewLog() *Log {
	l := &Log{}
	go l.flush()
	return l
}

func (l *Log) flush() {
	for range time.Tick(time.Second) {
		l.mu.Lock()
		lines := l.lines
		l.lines = nil
		l.mu.Unlock()
		for _, line := range lines {
			os.Stdout.Write(line)
		}
	}
}

func (l *Log) Print(line []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines = append(l.lines, line) // want "`line` is handed over without a copy"
}

func Squares(l *Log, n int) {
	line := make([]byte, 2)
	for i := range n {
		line[0], line[1] = byte('0'+i*i%10), '\n'
		l.Print(line)
	}
}
