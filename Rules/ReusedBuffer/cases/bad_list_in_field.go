// race: ok_list_in_field_copied.go

package example

import "bufio"

type log struct{ lines [][]byte }

func (l *log) read(s *bufio.Scanner) {
	for s.Scan() {
		l.lines = append(l.lines, s.Bytes()) // want "`s.Bytes\(\)` is kept, but is valid only until the next call"
	}
}
