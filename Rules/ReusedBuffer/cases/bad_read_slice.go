// race: ok_read_slice_copied.go

package example

import "bufio"

type header struct{ line []byte }

func headers(r *bufio.Reader) ([]header, error) {
	var found []header
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return found, err
		}
		found = append(found, header{line: line}) // want "`line` is kept, but is valid only until the next call"
	}
}
