package example

import (
	"bufio"
	"slices"
)

type header struct{ line []byte }

func headers(r *bufio.Reader) ([]header, error) {
	var found []header
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return found, err
		}
		found = append(found, header{line: slices.Clone(line)})
	}
}
