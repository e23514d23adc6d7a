// answer: no (copied)
// reason: ReadBytes allocates a new slice for each line, and only the trimmed view of that slice is queued.

package p

import (
	"bufio"
	"bytes"
	"io"
)

type order struct {
	verb []byte
}

func obey(in <-chan order, do func(string)) {
	for o := range in {
		do(string(bytes.ToUpper(o.verb))) // A
	}
}

func Orders(r io.Reader, do func(string)) error {
	in := make(chan order, 4)
	defer close(in)
	go obey(in, do)
	br := bufio.NewReader(r)
	for {
		line, err := br.ReadBytes('\n') // B
		if err != nil {
			return err
		}
		in <- order{verb: bytes.TrimSpace(line)}
	}
}
