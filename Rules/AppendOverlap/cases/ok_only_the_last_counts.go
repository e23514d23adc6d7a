package example

func last(prefix string, names []string) []byte {
	base := []byte(prefix)
	var key []byte
	for _, name := range names {
		key = append(base, name...)
	}
	return key
}
