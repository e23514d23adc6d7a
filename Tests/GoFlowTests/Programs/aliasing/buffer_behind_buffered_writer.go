// answer: yes
// reason: The buffered writer writes into the buffer behind it, of whose array the reader still has a part.

package p

import (
	"bufio"
	"bytes"
)

func Frames(in <-chan string, out func([]byte)) {
	frames := make(chan []byte)
	go func() {
		for f := range frames {
			out(f) // A
		}
	}()
	var buf bytes.Buffer
	w := bufio.NewWriter(&buf)
	for s := range in {
		buf.Reset()
		w.WriteString(s)
		w.Flush() // B
		frames <- buf.Bytes()
	}
}
