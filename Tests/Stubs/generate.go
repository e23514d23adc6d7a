package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"strings"
)

// indexName is the file beside the directory of the stubs that embeds them.
const indexName = "stubs.inc"

// A request is what a list of packages asks for: those that are declared whole, by path, and
// single objects of others. A line names a package, or a package and an object:
// "syscall.Errno".
type request struct {
	whole  []string
	single [][2]string
}

func readRequest(path string) (request, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return request{}, err
	}
	var r request
	for line := range strings.FieldsSeq(string(text)) {
		if pkg, object, ok := strings.Cut(line, "."); ok {
			r.single = append(r.single, [2]string{pkg, object})
		} else {
			r.whole = append(r.whole, line)
		}
	}
	return r, nil
}

// generate writes the stubs, and the list of them, anew.
func generate(goroot string, wanted request, directory string) error {
	_, files, err := stubs(goroot, wanted)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(directory); err != nil {
		return err
	}
	for path, text := range files {
		path = filepath.Join(directory, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// stubs are the texts of all files by their paths from the directory of the stubs, with the
// real packages that they were made from.
func stubs(goroot string, wanted request) (*loader, map[string][]byte, error) {
	real := newRealLoader(goroot)
	var whole []*types.Package
	for _, path := range wanted.whole {
		p, err := real.Import(path)
		if err != nil {
			return nil, nil, err
		}
		whole = append(whole, p)
	}
	var single []types.Object
	for _, name := range wanted.single {
		p, err := real.Import(name[0])
		if err != nil {
			return nil, nil, err
		}
		object := p.Scope().Lookup(name[1])
		if object == nil {
			return nil, nil, fmt.Errorf("%s has no %s", name[0], name[1])
		}
		single = append(single, object)
	}
	if len(real.errors) > 0 {
		return nil, nil, errors.Join(real.errors...)
	}
	selected := selectObjects(whole, single)
	files := map[string][]byte{}
	var paths []string
	for _, p := range selected.packages() {
		text, err := render(selected, p)
		if err != nil {
			return nil, nil, err
		}
		files[filepath.Join(p.Path(), "stub.go")] = text
		paths = append(paths, p.Path())
	}
	files[filepath.Join("..", indexName)] = index(paths)
	return real, files, nil
}

// index is C that embeds each stub in an array, and lists the arrays by the bytes of their
// paths.
func index(paths []string) []byte {
	var text bytes.Buffer
	text.WriteString("// The stubs, by path. Tests/Stubs/generate.sh writes this file.\n")
	for i, path := range paths {
		fmt.Fprintf(&text, "static const unsigned char stub%d[] = {\n#embed \"stubs/%s/stub.go\"\n};\n", i, path)
	}
	text.WriteString("static const struct resource stubs[] = {\n")
	for i, path := range paths {
		fmt.Fprintf(&text, "  {\"%s\", stub%d, sizeof stub%d},\n", path, i, i)
	}
	text.WriteString("};\n")
	return text.Bytes()
}
