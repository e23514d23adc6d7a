package example

import "bufio"

func first(s *bufio.Scanner, want byte) (found [][]byte) {
	for s.Scan() {
		line := s.Bytes()
		if len(line) > 0 && line[0] == want {
			found = append(found, line)
			break
		}
	}
	return found
}
