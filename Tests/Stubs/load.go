package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
)

// A loader type-checks packages from source, declarations alone. Its errors are those of all
// packages that it has loaded.
type loader struct {
	fset     *token.FileSet
	packages map[string]*types.Package
	// files lists what a package is made of; a path that it does not know is an error.
	files  func(path string) ([]string, error)
	errors []error
}

func newLoader(files func(path string) ([]string, error)) *loader {
	return &loader{
		fset:     token.NewFileSet(),
		packages: map[string]*types.Package{"unsafe": types.Unsafe},
		files:    files,
	}
}

// newRealLoader reads the standard library of a GOROOT as it is for linux/amd64 without cgo.
func newRealLoader(goroot string) *loader {
	context := buildContext(goroot)
	return newLoader(func(path string) ([]string, error) {
		for _, root := range []string{"src", "src/vendor"} {
			directory := filepath.Join(goroot, root, path)
			if _, err := os.Stat(directory); err != nil {
				continue
			}
			found, err := context.ImportDir(directory, 0)
			if err != nil {
				return nil, err
			}
			return below(directory, found.GoFiles), nil
		}
		return nil, fmt.Errorf("%s is not in %s", path, goroot)
	})
}

func buildContext(goroot string) *build.Context {
	context := build.Default
	context.GOROOT = goroot
	context.GOOS = "linux"
	context.GOARCH = "amd64"
	context.CgoEnabled = false
	return &context
}

// newStubLoader reads the stubs below a directory and nothing else.
func newStubLoader(root string) *loader {
	return newLoader(func(path string) ([]string, error) {
		return []string{filepath.Join(root, path, "stub.go")}, nil
	})
}

func below(directory string, names []string) []string {
	paths := make([]string, len(names))
	for i, name := range names {
		paths[i] = filepath.Join(directory, name)
	}
	return paths
}

// Import makes a loader an importer for the packages that it checks itself.
func (l *loader) Import(path string) (*types.Package, error) {
	if known, ok := l.packages[path]; ok {
		if known == nil {
			return nil, fmt.Errorf("import cycle by way of %s", path)
		}
		return known, nil
	}
	l.packages[path] = nil
	paths, err := l.files(path)
	if err != nil {
		return nil, err
	}
	files, err := l.parse(paths)
	if err != nil {
		return nil, err
	}
	result, _ := l.config().Check(path, l.fset, files, nil)
	l.packages[path] = result
	return result, nil
}

func (l *loader) parse(paths []string) ([]*ast.File, error) {
	var files []*ast.File
	for _, path := range paths {
		file, err := parser.ParseFile(l.fset, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

func (l *loader) config() *types.Config {
	return &types.Config{
		IgnoreFuncBodies: true,
		Importer:         l,
		Sizes:            types.SizesFor("gc", "amd64"),
		Error: func(err error) {
			// Stubs have no bodies, nor have functions in assembly.
			if !strings.Contains(err.Error(), "missing function body") {
				l.errors = append(l.errors, err)
			}
		},
	}
}
