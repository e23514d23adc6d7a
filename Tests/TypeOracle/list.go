package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A listedPackage is what `go list` says of one variant of a package.
type listedPackage struct {
	ImportPath string
	ForTest    string
	Dir        string
	GoFiles    []string
	CgoFiles   []string
	ImportMap  map[string]string
	Module     *struct{ GoVersion string }
	DepOnly    bool
	Error      *struct{ Err string }

	// The place in the list, in which what is imported comes before what imports it.
	position int
}

// path is the import path without the name of the test that the variant was made for.
func (p *listedPackage) path() string {
	path, _, _ := strings.Cut(p.ImportPath, " ")
	return path
}

// files are the paths of the variant's files. With FakeImportC, those that import "C" are
// like others.
func (p *listedPackage) files() []string {
	var paths []string
	for _, names := range [][]string{p.GoFiles, p.CgoFiles} {
		for _, name := range names {
			paths = append(paths, p.Dir+"/"+name)
		}
	}
	return paths
}

// goVersion is the language version of the package's module, or "" for the newest: the
// standard library's packages have no module.
func (p *listedPackage) goVersion() string {
	if p.Module == nil || p.Module.GoVersion == "" {
		return ""
	}
	return "go" + p.Module.GoVersion
}

// A listing is the packages that patterns select, and all that these import.
type listing struct {
	packages map[string]*listedPackage
	// What is to be examined: of a package that has tests the variant that holds them, and
	// the external tests, so that each file comes once.
	roots []*listedPackage
}

// list asks the go program for packages.
func list(program, directory string, patterns []string) (*listing, error) {
	arguments := []string{"list", "-e", "-deps", "-test",
		"-json=ImportPath,ForTest,Dir,GoFiles,CgoFiles,ImportMap,Module,DepOnly,Error", "--"}
	command := exec.Command(program, append(arguments, patterns...)...)
	command.Dir = directory
	command.Stderr = os.Stderr
	output, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	var all []*listedPackage
	decoder := json.NewDecoder(output)
	for {
		p := new(listedPackage)
		if err := decoder.Decode(p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("cannot read what %s list printed: %w", program, err)
		}
		all = append(all, p)
	}
	if err := command.Wait(); err != nil {
		return nil, fmt.Errorf("%s list: %w", program, err)
	}
	return newListing(all)
}

func newListing(all []*listedPackage) (*listing, error) {
	listing := &listing{packages: make(map[string]*listedPackage, len(all))}
	selected := make(map[string]bool)
	withTests := make(map[string]bool)
	for position, p := range all {
		p.position = position
		listing.packages[p.ImportPath] = p
		if p.ForTest == "" && !p.DepOnly && !isExcluded(p.ImportPath) {
			selected[p.ImportPath] = true
		}
		if p.ForTest != "" && p.path() == p.ForTest {
			withTests[p.ForTest] = true
		}
	}
	for _, p := range all {
		isRoot := selected[p.ImportPath] && !withTests[p.ImportPath] && !isTestMain(p)
		isTest := selected[p.ForTest] && (p.path() == p.ForTest || p.path() == p.ForTest+"_test")
		if !isRoot && !isTest {
			continue
		}
		if p.Error != nil {
			fmt.Fprintf(os.Stderr, "typeoracle: %s: %s\n", p.ImportPath, p.Error.Err)
		}
		listing.roots = append(listing.roots, p)
	}
	if len(listing.roots) == 0 {
		return nil, errors.New("the patterns select no packages")
	}
	return listing, nil
}

// isTestMain says whether p is the main package that `go test` would write.
func isTestMain(p *listedPackage) bool {
	return strings.HasSuffix(p.ImportPath, ".test") && len(p.GoFiles) > 0 &&
		filepath.IsAbs(p.GoFiles[0]) // In the build cache.
}

// isExcluded leaves out the documentation of the universe, which is not Go, and what is
// vendored.
func isExcluded(path string) bool {
	return path == "builtin" || strings.HasPrefix(path, "vendor/") ||
		strings.Contains(path, "/vendor/")
}
