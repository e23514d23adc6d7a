// answer: yes
// reason: Scanner.Bytes is a view of the scanner's buffer, which the next Scan may overwrite while the parser reads it.

package p

import (
	"bufio"
	"encoding/json"
	"io"
)

func parseAll(lines <-chan []byte, bad func(error)) {
	for l := range lines {
		var v map[string]any
		if err := json.Unmarshal(l, &v); err != nil { // A
			bad(err)
		}
	}
}

func ReadEvents(r io.Reader, bad func(error)) error {
	lines := make(chan []byte, 16)
	defer close(lines)
	go parseAll(lines, bad)
	sc := bufio.NewScanner(r)
	for sc.Scan() { // B
		lines <- sc.Bytes()
	}
	return sc.Err()
}
