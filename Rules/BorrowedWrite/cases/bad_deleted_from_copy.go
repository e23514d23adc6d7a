// race: ok_deleted_from_clone.go

package example

type node struct {
	id    int
	edges map[int]bool
}

func without(n *node, edge int) node {
	pruned := *n
	delete(pruned.edges, edge) // want "the struct was copied, but `node.edges` of the copy"
	return pruned
}
