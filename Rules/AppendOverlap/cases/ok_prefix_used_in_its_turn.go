package example

type dir struct {
	name string
	dirs []*dir
}

func visit(d *dir, prefix []string, show func([]string)) {
	show(prefix)
	for _, sub := range d.dirs {
		visit(sub, append(prefix, sub.name), show)
	}
}
