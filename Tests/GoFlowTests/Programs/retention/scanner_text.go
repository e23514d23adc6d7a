// answer: no (copied)
// reason: Scanner.Text makes a string of its own for each line.

package p

import (
	"bufio"
	"io"
	"strconv"
)

func sumAll(lines <-chan string, bad func(error)) {
	total := 0
	for l := range lines {
		n, err := strconv.Atoi(l) // A
		if err != nil {
			bad(err)
		}
		total += n
	}
}

func ReadNumbers(r io.Reader, bad func(error)) error {
	lines := make(chan string, 16)
	defer close(lines)
	go sumAll(lines, bad)
	sc := bufio.NewScanner(r)
	for sc.Scan() { // B
		lines <- sc.Text()
	}
	return sc.Err()
}
