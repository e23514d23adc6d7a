package example

type tree struct {
	name string
	sub  []*tree
}

func paths(t *tree, prefix []string) [][]string {
	here := append(append([]string{}, prefix...), t.name)
	var found [][]string
	for _, sub := range t.sub {
		found = append(found, append(here, sub.name)) // want "each turn appends to the same `here`"
	}
	return found
}
