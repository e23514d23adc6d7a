package example

import (
	"bufio"
	"bytes"
)

type record struct {
	key, value []byte
	line       int
}

// Both fields show the scanner's buffer: they are one finding, and both are copied.
func Records(s *bufio.Scanner) []record {
	var records []record
	for line := 1; s.Scan(); line++ {
		text := s.Bytes()
		at := bytes.IndexByte(text, '=')
		if at < 0 {
			continue
		}
		records = append(records, record{key: text[:at], value: text[at+1:], line: line}) // want "`text\[:at\]` and `text\[at\+1:\]` are kept"
	}
	return records
}
