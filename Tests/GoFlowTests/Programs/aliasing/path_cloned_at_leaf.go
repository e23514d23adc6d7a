// answer: no (copied)
// reason: A path is cloned before it is sent, so the appends of later siblings write only the walker's own array.

package p

import (
	"slices"
	"strings"
)

type menu struct {
	name string
	kids []*menu
}

type lister struct {
	paths chan []string
}

func (f *lister) visit(t *menu, path []string) {
	path = append(path, t.name) // A
	if len(t.kids) == 0 {
		f.paths <- slices.Clone(path)
		return
	}
	f.descend(t.kids, path)
}

func (f *lister) descend(kids []*menu, path []string) {
	for _, k := range kids {
		f.visit(k, path)
	}
}

func Entries(root *menu) (out []string) {
	f := &lister{paths: make(chan []string, 8)}
	go func() {
		defer close(f.paths)
		f.visit(root, make([]string, 0, 16))
	}()
	for p := range f.paths {
		out = append(out, strings.Join(p, "/")) // B
	}
	return out
}
