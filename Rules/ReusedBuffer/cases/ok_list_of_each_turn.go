package example

import (
	"bufio"
	"bytes"
)

func send(s *bufio.Scanner, write func(parts [][]byte)) {
	parts := make([][]byte, 0, 2)
	for s.Scan() {
		parts = parts[:0]
		name, value, _ := bytes.Cut(s.Bytes(), []byte{' '})
		parts = append(parts, name, value)
		write(parts)
	}
}
