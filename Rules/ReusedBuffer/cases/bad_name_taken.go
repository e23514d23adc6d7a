package example

import "io"

// The variable has the name of the package that a copy would need.
func slicesOf(r io.Reader) (slices [][]byte) {
	buf := make([]byte, 16)
	for {
		n, err := r.Read(buf)
		if err != nil {
			return slices
		}
		slices = append(slices, buf[:n]) // want "`buf.:n.` is kept in each turn"
	}
}
