// answer: yes
// reason: SetLevel may be called at any time after the constructor has started the loop that reads the level.

package p

import "io"

type Level int

type AsyncLog struct {
	level Level
	lines chan line
	w     io.Writer
}

type line struct {
	level Level
	text  string
}

func NewAsyncLog(w io.Writer) *AsyncLog {
	l := &AsyncLog{w: w, lines: make(chan line, 64)}
	go l.write()
	return l
}

func (l *AsyncLog) write() {
	for ln := range l.lines {
		if ln.level >= l.level { // A
			io.WriteString(l.w, ln.text)
		}
	}
}

func (l *AsyncLog) SetLevel(level Level) {
	l.level = level // B
}

func (l *AsyncLog) Log(level Level, text string) {
	l.lines <- line{level, text}
}
