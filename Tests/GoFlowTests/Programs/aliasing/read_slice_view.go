// answer: yes
// reason: ReadSlice returns a view of the reader's own buffer, which the next ReadSlice may fill again.

package p

import (
	"bufio"
	"bytes"
	"io"
)

type command struct {
	verb []byte
}

func execute(in <-chan command, do func(string)) {
	for c := range in {
		do(string(bytes.ToUpper(c.verb))) // A
	}
}

func Commands(r io.Reader, do func(string)) error {
	in := make(chan command, 4)
	defer close(in)
	go execute(in, do)
	br := bufio.NewReader(r)
	for {
		line, err := br.ReadSlice('\n') // B
		if err != nil {
			return err
		}
		in <- command{verb: bytes.TrimSpace(line)}
	}
}
