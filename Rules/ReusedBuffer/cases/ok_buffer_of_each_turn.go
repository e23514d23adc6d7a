package example

import "io"

func chunks(r io.Reader) [][]byte {
	var chunks [][]byte
	for {
		buf := make([]byte, 4096)
		n, err := r.Read(buf)
		chunks = append(chunks, buf[:n])
		if err != nil {
			return chunks
		}
	}
}
