package example

type rootFS struct{ ids []string }

func (r *rootFS) add(id string) { r.ids = append(r.ids, id) }

func (r *rootFS) clone() *rootFS {
	n := &rootFS{}
	n.ids = append(r.ids[:len(r.ids):len(r.ids)])
	return n
}
