package example

import (
	"bufio"
	"io"
)

func lines(r io.Reader) [][]byte {
	var lines [][]byte
	s := bufio.NewScanner(r)
	for s.Scan() {
		lines = append(lines, s.Bytes()) // want "`s.Bytes\(\)` is kept, but is valid only until the next call"
	}
	return lines
}
