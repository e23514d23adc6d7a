package example

func keys(namespace string, names []string) [][]byte {
	prefix := []byte(namespace)
	prefix = prefix[:len(prefix):len(prefix)]
	var keys [][]byte
	for _, name := range names {
		keys = append(keys, append(prefix, name...))
	}
	return keys
}
