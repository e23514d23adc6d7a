package example

import "io"

func Forward(r io.Reader, w io.Writer) error {
	for {
		buffer := make([]byte, 1024)
		n, err := r.Read(buffer)
		if err != nil {
			return err
		}
		go w.Write(buffer[:n])
	}
}
