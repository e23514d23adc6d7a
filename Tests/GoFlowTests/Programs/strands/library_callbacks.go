// answer: no (one-goroutine)
// reason: WalkDir and SortFunc call what they are given before they return and start no goroutine.

package p

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

func Newest(root string) (names []string, compared int, err error) {
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, path) // A
		}
		return err
	})
	slices.SortFunc(names, func(a, b string) int { // B
		compared++
		return strings.Compare(b, a)
	})
	return names, compared, err
}
