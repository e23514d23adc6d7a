// answer: yes
// reason: Siblings append to the same path with room to spare, so a later sibling overwrites the last step of a path that was sent.

package p

import "strings"

type tree struct {
	name string
	kids []*tree
}

type finder struct {
	paths chan []string
}

func (f *finder) visit(t *tree, path []string) {
	path = append(path, t.name) // A
	if len(t.kids) == 0 {
		f.paths <- path
		return
	}
	f.descend(t.kids, path)
}

func (f *finder) descend(kids []*tree, path []string) {
	for _, k := range kids {
		f.visit(k, path)
	}
}

func Leaves(root *tree) (out []string) {
	f := &finder{paths: make(chan []string, 8)}
	go func() {
		defer close(f.paths)
		f.visit(root, make([]string, 0, 16))
	}()
	for p := range f.paths {
		out = append(out, strings.Join(p, "/")) // B
	}
	return out
}
