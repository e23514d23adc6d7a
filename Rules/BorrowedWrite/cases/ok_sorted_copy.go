package example

import (
	"slices"
	"sort"
)

type registry struct{ names []string }

func (r *registry) Names() []string { return slices.Clone(r.names) }

func show(r *registry, show func(string)) {
	all := r.Names()
	sort.Strings(all)
	for _, name := range all {
		show(name)
	}
}
