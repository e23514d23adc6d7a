package main

import (
	"go/types"
	"io/fs"
	"path/filepath"
	"slices"
)

// users type-checks the packages of a GOROOT that import nothing but whole stubs against the
// stubs, bodies and, where they are no different, tests included. What go/types finds wrong
// are errors of the stubs.
func (c *comparison) users(goroot string, whole []string, stubs *loader) error {
	root := filepath.Join(goroot, "src")
	context := buildContext(goroot)
	isWhole := func(path string) bool { return path == "unsafe" || slices.Contains(whole, path) }
	return filepath.WalkDir(root, func(directory string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if entry.Name() == "testdata" || entry.Name() == "builtin" {
			return filepath.SkipDir
		}
		found, err := context.ImportDir(directory, 0)
		if err != nil || !slices.ContainsFunc(found.Imports, isWhole) {
			return nil // no package for this system, or one that says nothing of the stubs
		}
		if !all(found.Imports, isWhole) {
			return nil
		}
		names := found.GoFiles
		if all(found.TestImports, isWhole) {
			names = slices.Concat(names, found.TestGoFiles)
		}
		files, err := stubs.parse(below(directory, names))
		if err != nil {
			return err
		}
		config := stubs.config()
		config.IgnoreFuncBodies = false
		config.Check(directory, stubs.fset, files, &types.Info{})
		c.userPackages++
		return nil
	})
}

func all(paths []string, holds func(string) bool) bool {
	return !slices.ContainsFunc(paths, func(path string) bool { return !holds(path) })
}
