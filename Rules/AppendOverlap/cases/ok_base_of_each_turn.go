package example

type node struct {
	name string
	path []string
	next []*node
}

func walk(roots []*node) [][]string {
	var paths [][]string
	for _, root := range roots {
		path := make([]string, 0, 4)
		path = append(path, root.path...)
		paths = append(paths, append(path, root.name))
	}
	return paths
}
