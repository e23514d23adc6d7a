package example

import "sort"

type registry struct{ names []string }

func (r *registry) list() []string { return r.names }

func (r *registry) sort() { sort.Strings(r.list()) }
