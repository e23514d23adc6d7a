package example

type pair struct{ key, value []byte }

// The second part begins elsewhere each time, in memory that is written over with the first one.
func Split(lines [][]byte) (out []pair) {
	buf := make([]byte, 0, 16)
	for _, line := range lines {
		buf = append(buf[:0], line...)
		for i, c := range buf {
			if c == '=' {
				out = append(out, pair{buf[:i], buf[i+1:]}) // want "`buf\[:i\]` and `buf\[i\+1:\]` are kept"
				break
			}
		}
	}
	return out
}
