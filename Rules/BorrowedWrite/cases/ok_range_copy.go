package example

type item struct {
	n    int
	tags map[string]bool
}

func mark(items []item, tag string) {
	for _, it := range items {
		it.n++
		it.tags[tag] = true
	}
}
