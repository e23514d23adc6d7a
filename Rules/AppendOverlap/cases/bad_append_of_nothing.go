package example

type rootFS struct{ ids []string }

func (r *rootFS) add(id string) { r.ids = append(r.ids, id) }

func (r *rootFS) clone() *rootFS {
	n := &rootFS{}
	n.ids = append(r.ids) // want "does not copy `r.ids`: where `rootFS.ids` has room"
	return n
}
