// answer: no (handed-over)
// reason: The logger puts the buffer back only after it has written it, so a buffer has one user at a time.

package p

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"sync"
)

var lineBuffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

type requestLog struct {
	lines chan *bytes.Buffer
}

func newRequestLog(w io.Writer) *requestLog {
	l := &requestLog{lines: make(chan *bytes.Buffer, 256)}
	go func() {
		for line := range l.lines {
			w.Write(line.Bytes()) // A
			lineBuffers.Put(line)
		}
	}()
	return l
}

func (l *requestLog) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b := lineBuffers.Get().(*bytes.Buffer)
	b.Reset()
	fmt.Fprintf(b, "%s %s\n", r.Method, r.URL) // B
	l.lines <- b
}

func ListenLogged(addr string, w io.Writer) error {
	return http.ListenAndServe(addr, newRequestLog(w))
}
