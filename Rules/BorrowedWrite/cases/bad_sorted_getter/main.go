package sorted

import (
	"sort"

	"example.com/sorted/names"
)

func Show(r *names.Registry, show func(string)) {
	all := r.Names()
	sort.Strings(all) // want "this sorts `Registry.names` itself"
	for _, name := range all {
		show(name)
	}
}
