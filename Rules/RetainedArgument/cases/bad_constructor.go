// race: ok_cloned.go

package example

type Ring struct {
	nodes []string
	next  int
}

func NewRing(nodes []string) *Ring {
	return &Ring{nodes: nodes} // want "slice `nodes` of the caller is kept in `Ring.nodes`"
}
