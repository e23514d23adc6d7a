package example

type slices struct{ len, cap int }

// Neither the builtin function nor the package can be named here.
func Paths(root []string, names []string, len slices) [][]string {
	base := append(make([]string, 0, len.cap), root...)
	var paths [][]string
	for _, name := range names {
		paths = append(paths, append(base, name)) // want "each turn appends to the same `base`"
	}
	return paths
}
