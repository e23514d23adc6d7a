package example

func index(names, values []string) map[string][]string {
	all := make([]string, len(names))
	found := make(map[string][]string)
	for i, name := range names {
		one := all[:1:1]
		all = all[1:]
		one[0] = values[i]
		found[name] = one
	}
	return found
}
