// answer: no (handed-over)
// reason: The pool gives an encoder to one goroutine at a time, and it goes back only when that one is done with it.

package p

import (
	"strconv"
	"sync"
)

type encoder struct{ buf []byte }

var encoders = sync.Pool{New: func() any { return &encoder{buf: make([]byte, 0, 64)} }}

func encode(values []int) string {
	e := encoders.Get().(*encoder)
	defer encoders.Put(e)
	e.buf = e.buf[:0]
	for _, v := range values {
		e.buf = strconv.AppendInt(e.buf, int64(v), 10) // A B
		e.buf = append(e.buf, ',')
	}
	return string(e.buf)
}

func EncodeRows(rows [][]int) []string {
	out := make([]string, len(rows))
	var wg sync.WaitGroup
	for i, r := range rows {
		wg.Add(1)
		go func() {
			defer wg.Done()
			out[i] = encode(r)
		}()
	}
	wg.Wait()
	return out
}
