package example

// known-miss: what append makes in a loop is taken for another array in each turn

func encoded(words []string) [][]byte {
	var buf []byte
	var all [][]byte
	for _, word := range words {
		buf = append(buf[:0], word...)
		all = append(all, buf)
	}
	return all
}
