package names

type Registry struct{ names []string }

func (r *Registry) Add(name string) { r.names = append(r.names, name) }

// Names gives the names in the order in which they were added.
func (r *Registry) Names() []string { return r.names }
