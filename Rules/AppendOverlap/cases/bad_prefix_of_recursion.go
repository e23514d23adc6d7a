// race: ok_prefix_used_in_its_turn.go

package example

type dir struct {
	name string
	dirs []*dir
}

func visit(d *dir, prefix []string, found map[*dir][]string) {
	for _, sub := range d.dirs {
		path := append(prefix, sub.name) // want "each turn appends to the same `prefix`"
		found[sub] = path
		visit(sub, path, found)
	}
}

func paths(d *dir) map[*dir][]string {
	found := make(map[*dir][]string)
	visit(d, nil, found)
	return found
}
