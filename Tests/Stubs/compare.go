package main

import (
	"bytes"
	"fmt"
	"go/constant"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A comparison counts what was compared, and prints each difference.
type comparison struct {
	packages, objects, differences, userPackages int
}

func (c *comparison) differ(format string, arguments ...any) {
	c.differences++
	fmt.Printf(format+"\n", arguments...)
}

// compare holds the stubs of a directory against the real packages: what they declare, that
// the packages of the list are whole, and that the files are what generate writes.
//
// It type-checks the stubs against each other alone, and real packages against them.
func compare(goroot string, wanted request, directory string) error {
	real, made, err := stubs(goroot, wanted)
	if err != nil {
		return err
	}
	c := &comparison{}
	stubs := newStubLoader(directory)
	err = filepath.WalkDir(directory, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		relative, err := filepath.Rel(directory, filepath.Dir(path))
		if err != nil {
			return err
		}
		declared, err := stubs.Import(relative)
		if err != nil {
			return err
		}
		original, err := real.Import(relative)
		if err != nil {
			return err
		}
		c.packages++
		c.packageScope(original, declared, slices.Contains(wanted.whole, relative))
		return nil
	})
	if err != nil {
		return err
	}
	if err := c.users(goroot, wanted.whole, stubs); err != nil {
		return err
	}
	for _, err := range append(stubs.errors, real.errors...) {
		c.differ("%v", err)
	}
	for _, path := range wanted.whole {
		if stubs.packages[path] == nil {
			c.differ("%s: there is no stub", path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(made)) {
		present, err := os.ReadFile(filepath.Join(directory, path))
		if err != nil || !bytes.Equal(made[path], present) {
			c.differ("%s is stale: run Tests/Stubs/generate.sh", path)
		}
	}
	fmt.Printf("users: packages %d\n", c.userPackages)
	fmt.Printf("stubs: packages %d, objects %d, differences %d\n", c.packages, c.objects, c.differences)
	if c.differences > 0 {
		os.Exit(1)
	}
	return nil
}

func (c *comparison) packageScope(original, declared *types.Package, isWhole bool) {
	if original.Name() != declared.Name() {
		c.differ("%s: package %s, not %s", original.Path(), declared.Name(), original.Name())
	}
	for _, name := range declared.Scope().Names() {
		label := declared.Path() + "." + name
		other := original.Scope().Lookup(name)
		if other == nil {
			c.differ("%s: the real package has no such object", label)
			continue
		}
		c.facts(label, facts(other), facts(declared.Scope().Lookup(name)))
	}
	for _, name := range original.Scope().Names() {
		if isWhole && original.Scope().Lookup(name).Exported() && declared.Scope().Lookup(name) == nil {
			c.differ("%s.%s: missing", original.Path(), name)
		}
	}
}

func (c *comparison) facts(label string, original, declared []string) {
	c.objects += len(original)
	for _, fact := range original {
		if !slices.Contains(declared, fact) {
			c.differ("%s: missing: %s", label, fact)
		}
	}
	for _, fact := range declared {
		if !slices.Contains(original, fact) {
			c.differ("%s: not so: %s", label, fact)
		}
	}
}

// facts say of an object what its users can know: a line for itself, and for a type a line for
// each field and each method of its pointer's method set.
func facts(object types.Object) []string {
	switch object := object.(type) {
	case *types.Const:
		return []string{fmt.Sprintf("const %s = %s", full(object.Type()), value(object))}
	case *types.TypeName:
		return typeFacts(object)
	}
	return []string{types.ObjectString(object, qualified)}
}

// value is a constant's value, rounded to what a variable can hold.
func value(object *types.Const) string {
	if constant.ToInt(object.Val()).Kind() == constant.Float || object.Val().Kind() == constant.Float {
		number, _ := constant.Float64Val(object.Val())
		return fmt.Sprintf("%x", number)
	}
	return object.Val().ExactString()
}

func typeFacts(object *types.TypeName) []string {
	if alias, ok := object.Type().(*types.Alias); ok {
		return []string{"alias " + parameterFacts(alias.TypeParams()) + "= " + full(alias.Rhs())}
	}
	t := object.Type().(*types.Named)
	fields, isStruct := t.Underlying().(*types.Struct)
	shape := "struct"
	if !isStruct {
		shape = full(t.Underlying())
	}
	lines := []string{fmt.Sprintf(
		"type %s%s, comparable %t, holds references %t",
		parameterFacts(t.TypeParams()), shape, types.Comparable(t), holdsReferences(t))}
	if isStruct {
		hides := len(shown(fields)) < fields.NumFields()
		lines[0] += fmt.Sprintf(", hides fields %t", hides)
		for _, field := range shown(fields) {
			index := slices.Index(slices.Collect(fields.Fields()), field)
			lines = append(lines, fmt.Sprintf(
				"%s, embedded %t, tag %q", types.ObjectString(field, qualified), field.Embedded(), fields.Tag(index)))
		}
	}
	values := methodFacts(t)
	for _, line := range methodFacts(pointerTo(t)) {
		if !slices.Contains(values, line) {
			line = "by pointer: " + line
		}
		lines = append(lines, line)
	}
	return lines
}

// methodFacts are the shown methods of a type's method set, promoted ones included.
func methodFacts(t types.Type) []string {
	var lines []string
	for selection := range types.NewMethodSet(t).Methods() {
		if isShown(selection.Obj()) {
			lines = append(lines, "method "+selection.Obj().Name()+" "+full(selection.Type()))
		}
	}
	return lines
}

func parameterFacts(list *types.TypeParamList) string {
	var text strings.Builder
	for parameter := range list.TypeParams() {
		fmt.Fprintf(&text, "[%s %s] ", parameter.Obj().Name(), full(parameter.Constraint()))
	}
	return text.String()
}

func full(t types.Type) string { return types.TypeString(t, qualified) }

func qualified(p *types.Package) string { return p.Path() }
