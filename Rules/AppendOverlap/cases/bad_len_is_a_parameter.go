package example

// The builtin function has another meaning here.
func Keys(prefix string, names []string, len func(string) int) map[string][]byte {
	base := make([]byte, 0, 64)
	base = append(base, prefix...)
	keys := make(map[string][]byte)
	for _, name := range names {
		if len(name) > 0 {
			keys[name] = append(base, name...) // want "each turn appends to the same `base`"
		}
	}
	return keys
}
