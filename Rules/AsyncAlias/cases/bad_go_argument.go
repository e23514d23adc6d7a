// race: ok_buffer_of_each_turn.go

package example

import "io"

func Copy(w io.Writer, r io.Reader) error {
	buffer := make([]byte, 4096)
	for {
		n, err := r.Read(buffer)
		if err != nil {
			return err
		}
		go send(w, buffer[:n]) // want "`buffer\[:n\]` is handed over without a copy: a goroutine reads it while `Copy` changes the same array"
	}
}

func send(w io.Writer, text []byte) {
	w.Write(text)
}
