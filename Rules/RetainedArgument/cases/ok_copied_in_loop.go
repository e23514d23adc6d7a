package example

type Filter struct{ allowed map[string]bool }

func (f *Filter) SetAllowed(names map[string]bool) {
	f.allowed = make(map[string]bool, len(names))
	for name, isAllowed := range names {
		f.allowed[name] = isAllowed
	}
}
