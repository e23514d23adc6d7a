package example

func index(namespace string, names []string) map[string][]byte {
	prefix := []byte(namespace)
	keys := make(map[string][]byte, len(names))
	for _, name := range names {
		keys[name] = append(prefix, name...) // want "each turn appends to the same `prefix`"
	}
	return keys
}
