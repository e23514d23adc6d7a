// race: ok_copied_in_loop.go

package example

type Filter struct{ allowed map[string]bool }

func (f *Filter) SetAllowed(allowed map[string]bool) {
	f.allowed = allowed // want "map `allowed` of the caller is kept in `Filter.allowed`"
}
