package example

import "bufio"

type reader struct {
	s    *bufio.Scanner
	line []byte
}

func (r *reader) read() bool {
	if !r.s.Scan() {
		return false
	}
	r.line = append([]byte(nil), r.s.Bytes()...)
	return true
}

func all(r *reader) [][]byte {
	var lines [][]byte
	for r.read() {
		lines = append(lines, r.line)
	}
	return lines
}
