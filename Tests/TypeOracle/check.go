package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"runtime"
	"sync"
)

// A checker checks packages from source. What is imported is checked for its declarations
// alone and kept; what is examined is checked with its bodies, a second time where it is
// imported as well, and dropped once its records are made.
type checker struct {
	listing *listing
	sizes   types.Sizes
	// The declarations of each listed variant, by its import path.
	imported sync.Map // string → func() *types.Package
	// Files without function bodies, by path: the variants of a package share them.
	outlines sync.Map // string → func() *ast.File
	// Positions of the outlines. Nobody asks for them, but the parser wants a place.
	outlineFiles *token.FileSet
}

func newChecker(listing *listing) *checker {
	arch := os.Getenv("GOARCH")
	if arch == "" {
		arch = runtime.GOARCH
	}
	return &checker{
		listing: listing, sizes: types.SizesFor("gc", arch), outlineFiles: token.NewFileSet()}
}

// examine checks a package with its bodies and makes its records.
func (c *checker) examine(p *listedPackage) *unit {
	unit := newUnit()
	report := func(err error) { unit.errors = append(unit.errors, err) }
	files := token.NewFileSet()
	var syntax []*ast.File
	for _, path := range p.files() {
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			report(err)
		}
		if file != nil {
			syntax = append(syntax, file)
		}
	}
	info := &types.Info{
		Types:      make(map[ast.Expr]types.TypeAndValue),
		Uses:       make(map[*ast.Ident]types.Object),
		Selections: make(map[*ast.SelectorExpr]*types.Selection),
	}
	config := c.config(p, report)
	config.Check(p.path(), files, syntax, info) // The errors were reported.
	for _, file := range syntax {
		unit.add(files.File(file.FileStart), file, info)
	}
	return unit
}

func (c *checker) config(p *listedPackage, report func(error)) *types.Config {
	return &types.Config{
		Error: report, Importer: importer{c, p}, FakeImportC: true, Sizes: c.sizes,
		GoVersion: p.goVersion()}
}

// declarations gives the package of a listed variant, checked without bodies; once.
func (c *checker) declarations(p *listedPackage) *types.Package {
	once, _ := c.imported.LoadOrStore(p.ImportPath, sync.OnceValue(func() *types.Package {
		var syntax []*ast.File
		for _, path := range p.files() {
			if file := c.outline(path); file != nil {
				syntax = append(syntax, file)
			}
		}
		config := c.config(p, func(error) {})
		config.IgnoreFuncBodies = true
		checked, _ := config.Check(p.path(), c.outlineFiles, syntax, nil)
		return checked
	}))
	return once.(func() *types.Package)()
}

// outline parses a file and takes the function bodies out; once.
func (c *checker) outline(path string) *ast.File {
	once, _ := c.outlines.LoadOrStore(path, sync.OnceValue(func() *ast.File {
		file, _ := parser.ParseFile(c.outlineFiles, path, nil, parser.SkipObjectResolution)
		if file == nil {
			return nil
		}
		for _, declaration := range file.Decls {
			if function, ok := declaration.(*ast.FuncDecl); ok {
				function.Body = nil
			}
		}
		return file
	}))
	return once.(func() *ast.File)()
}

// An importer finds what a package imports.
type importer struct {
	checker *checker
	from    *listedPackage
}

func (i importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if mapped, ok := i.from.ImportMap[path]; ok {
		path = mapped
	}
	p, ok := i.checker.listing.packages[path]
	if !ok || p.Error != nil && len(p.files()) == 0 {
		return nil, fmt.Errorf("cannot find %s", path)
	}
	if p.position >= i.from.position {
		return nil, fmt.Errorf("import cycle through %s", path)
	}
	return i.checker.declarations(p), nil
}
