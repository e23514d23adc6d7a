// answer: no (copied)
// reason: string(b) copies the bytes, so the line that is queued does not share the reused buffer.

package p

import (
	"io"
	"strings"
)

func readLines(r io.Reader, lines chan<- string) {
	defer close(lines)
	buf := make([]byte, 256)
	for {
		n, err := r.Read(buf) // A
		if n > 0 {
			lines <- string(buf[:n])
		}
		if err != nil {
			return
		}
	}
}

func CountWords(r io.Reader) int {
	lines := make(chan string, 4)
	go readLines(r, lines)
	words := 0
	for line := range lines {
		words += len(strings.Fields(line)) // B
	}
	return words
}
