package example

func handlers(names []string, base []func()) []func() []func() {
	chain := append(base[:0:0], base...)
	var made []func() []func()
	for _, name := range names {
		all := append(chain, func() { println(name) }) // want "each turn appends to the same `chain`"
		made = append(made, func() []func() { return all })
	}
	return made
}
