// answer: yes
// reason: The buffer returns to the pool right after its bytes were queued, so the next request writes into what the logger still reads.

package p

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"sync"
)

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

type accessLog struct {
	lines chan []byte
}

func newAccessLog(w io.Writer) *accessLog {
	l := &accessLog{lines: make(chan []byte, 256)}
	go func() {
		for line := range l.lines {
			w.Write(line) // A
		}
	}()
	return l
}

func (l *accessLog) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b := buffers.Get().(*bytes.Buffer)
	b.Reset()
	fmt.Fprintf(b, "%s %s\n", r.Method, r.URL) // B
	l.lines <- b.Bytes()
	buffers.Put(b)
}

func Listen(addr string, w io.Writer) error {
	return http.ListenAndServe(addr, newAccessLog(w))
}
