package example

import "strconv"

func labels(prefix string, from, to int64) (string, [][]byte) {
	buf := make([]byte, 0, 32)
	buf = append(buf, prefix...)
	low := strconv.AppendInt(buf, from, 10) // want "`buf` is appended to twice"
	high := strconv.AppendInt(buf, to, 10)
	return prefix, [][]byte{low, high}
}
