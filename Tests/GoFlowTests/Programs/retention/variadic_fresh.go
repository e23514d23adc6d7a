// answer: no (handed-over)
// reason: Listing the arguments makes a new argument slice for each call, and the array it is filled from is not kept.

package p

import (
	"fmt"
	"io"
)

type notice struct {
	format string
	args   []any
}

type noticeLog struct{ notices chan notice }

func NewNoticeLog(w io.Writer) *noticeLog {
	l := &noticeLog{notices: make(chan notice, 128)}
	go func() {
		for m := range l.notices {
			fmt.Fprintf(w, m.format, m.args...) // A
		}
	}()
	return l
}

func (l *noticeLog) Printf(format string, args ...any) {
	l.notices <- notice{format, args}
}

func LogPairs(l *noticeLog, rows [][2]int) {
	var row [2]int
	for _, r := range rows {
		row[0], row[1] = r[1], r[0] // B
		l.Printf("%v: %v\n", row[0], row[1])
	}
}
