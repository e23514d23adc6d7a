package example

import (
	"bufio"
	"bytes"
)

type log struct{ lines [][]byte }

func (l *log) read(s *bufio.Scanner) {
	for s.Scan() {
		l.lines = append(l.lines, bytes.Clone(s.Bytes()))
	}
}
