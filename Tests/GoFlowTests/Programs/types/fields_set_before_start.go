// answer: no (before-start)
// reason: The only function that makes a logger sets its level before it calls Start, which starts the loop.

package p

import "io"

type severity int

type lineLog struct {
	level severity
	lines chan string
	w     io.Writer
}

func (l *lineLog) Start() {
	l.lines = make(chan string, 64)
	go l.write()
}

func (l *lineLog) write() {
	for ln := range l.lines {
		if l.level > 0 { // A
			io.WriteString(l.w, ln)
		}
	}
}

func Open(w io.Writer, verbose bool) chan<- string {
	l := &lineLog{}
	l.w = w
	if verbose {
		l.level = 2 // B
	}
	l.Start()
	return l.lines
}
