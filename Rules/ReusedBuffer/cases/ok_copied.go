package example

import (
	"bufio"
	"bytes"
	"io"
)

func lines(r io.Reader) (lines [][]byte, texts []string) {
	s := bufio.NewScanner(r)
	for s.Scan() {
		lines = append(lines, bytes.Clone(s.Bytes()))
		texts = append(texts, string(s.Bytes()))
	}
	return lines, texts
}
