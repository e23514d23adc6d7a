// answer: yes
// reason: args... passes the caller's own slice, which the asynchronous logger formats while the caller changes its first element.

package p

import (
	"fmt"
	"io"
)

type message struct {
	format string
	args   []any
}

type asyncLogger struct{ messages chan message }

func NewAsyncLogger(w io.Writer) *asyncLogger {
	l := &asyncLogger{messages: make(chan message, 128)}
	go func() {
		for m := range l.messages {
			fmt.Fprintf(w, m.format, m.args...) // A
		}
	}()
	return l
}

func (l *asyncLogger) Printf(format string, args ...any) {
	l.messages <- message{format, args}
}

func LogRows(l *asyncLogger, rows [][2]any) {
	args := make([]any, 2)
	for _, r := range rows {
		args[0], args[1] = r[0], r[1] // B
		l.Printf("%v: %v\n", args...)
	}
}
