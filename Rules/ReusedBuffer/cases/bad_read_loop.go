package example

import "io"

func chunks(r io.Reader) ([][]byte, error) {
	buf := make([]byte, 4096)
	var chunks [][]byte
	for {
		n, err := r.Read(buf)
		if n > 0 {
			chunks = append(chunks, buf[:n]) // want "`buf.:n.` is kept in each turn"
		}
		if err == io.EOF {
			return chunks, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
