package example

import "maps"

type node struct {
	id    int
	edges map[int]bool
}

func without(n *node, edge int) node {
	pruned := node{id: n.id, edges: maps.Clone(n.edges)}
	delete(pruned.edges, edge)
	return pruned
}
