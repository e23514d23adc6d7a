// answer: no (copied)
// reason: What is printed into the buffer is sent as a copy of its bytes.

package p

import (
	"bytes"
	"fmt"
)

func Frames(in <-chan int, out func([]byte)) {
	frames := make(chan []byte)
	go func() {
		for f := range frames {
			out(f) // A
		}
	}()
	var buf bytes.Buffer
	for n := range in {
		buf.Reset()
		fmt.Fprintf(&buf, "frame %d\n", n) // B
		frames <- bytes.Clone(buf.Bytes())
	}
}
