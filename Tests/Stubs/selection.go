package main

import (
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// A selection is the package-level objects that are declared in the stubs: all exported ones
// of the packages that are whole, single ones of others, and whatever types those lead to, here
// or in further packages.
type selection struct {
	objects map[*types.Package]map[types.Object]bool
	whole   map[*types.Package]bool
	pending []types.Object
	seen    map[types.Type]bool
}

func selectObjects(whole []*types.Package, single []types.Object) *selection {
	s := &selection{
		objects: map[*types.Package]map[types.Object]bool{},
		whole:   map[*types.Package]bool{},
		seen:    map[types.Type]bool{},
	}
	for _, p := range whole {
		s.whole[p] = true
		scope := p.Scope()
		for _, name := range scope.Names() {
			if object := scope.Lookup(name); object.Exported() {
				s.add(object)
			}
		}
	}
	for _, object := range single {
		s.add(object)
	}
	for len(s.pending) > 0 {
		object := s.pending[len(s.pending)-1]
		s.pending = s.pending[:len(s.pending)-1]
		s.visitObject(object)
	}
	return s
}

// packages are those that something is declared of, in the order of their paths.
func (s *selection) packages() []*types.Package {
	return slices.SortedFunc(maps.Keys(s.objects), byPath)
}

func (s *selection) add(object types.Object) {
	p := object.Pkg()
	if p == nil || p == types.Unsafe || s.objects[p][object] {
		return
	}
	if s.objects[p] == nil {
		s.objects[p] = map[types.Object]bool{}
	}
	s.objects[p][object] = true
	s.pending = append(s.pending, object)
}

func (s *selection) visitObject(object types.Object) {
	name, isType := object.(*types.TypeName)
	if !isType {
		s.visit(object.Type())
		return
	}
	if alias, ok := name.Type().(*types.Alias); ok {
		s.visitParameters(alias.TypeParams())
		s.visit(alias.Rhs())
		return
	}
	named := name.Type().(*types.Named)
	s.visitParameters(named.TypeParams())
	if fields, ok := named.Underlying().(*types.Struct); ok {
		for _, field := range shown(fields) {
			s.visit(field.Type())
		}
	} else {
		s.visit(named.Underlying())
	}
	for _, method := range shownMethods(named) {
		s.visit(method.Type())
	}
	// A type without its constants is of little use: syscall.Signal, say.
	scope := name.Pkg().Scope()
	for _, other := range scope.Names() {
		constant, ok := scope.Lookup(other).(*types.Const)
		if ok && constant.Exported() && types.Identical(constant.Type(), named) {
			s.add(constant)
		}
	}
}

func (s *selection) visit(t types.Type) {
	if s.seen[t] {
		return
	}
	s.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		s.add(t.Obj())
		s.visitAll(t.TypeArgs())
	case *types.Named:
		s.add(t.Obj())
		s.visitAll(t.TypeArgs())
	case *types.Pointer:
		s.visit(t.Elem())
	case *types.Slice:
		s.visit(t.Elem())
	case *types.Array:
		s.visit(t.Elem())
	case *types.Chan:
		s.visit(t.Elem())
	case *types.Map:
		s.visit(t.Key())
		s.visit(t.Elem())
	case *types.Signature:
		s.visitParameters(t.TypeParams())
		for v := range t.Params().Variables() {
			s.visit(v.Type())
		}
		for v := range t.Results().Variables() {
			s.visit(v.Type())
		}
	case *types.Struct:
		for field := range t.Fields() {
			s.visit(field.Type())
		}
	case *types.Interface:
		for method := range t.ExplicitMethods() {
			s.visit(method.Type())
		}
		for embedded := range t.EmbeddedTypes() {
			s.visit(embedded)
		}
	case *types.Union:
		for term := range t.Terms() {
			s.visit(term.Type())
		}
	}
}

func (s *selection) visitAll(list *types.TypeList) {
	for t := range list.Types() {
		s.visit(t)
	}
}

func (s *selection) visitParameters(list *types.TypeParamList) {
	for parameter := range list.TypeParams() {
		s.visit(parameter.Constraint())
	}
}

// shownMethods are those declared for a type itself that its users can know, by name.
func shownMethods(named *types.Named) []*types.Func {
	var methods []*types.Func
	for method := range named.Methods() {
		if isShown(method) {
			methods = append(methods, method)
		}
	}
	slices.SortFunc(methods, func(a, b *types.Func) int { return strings.Compare(a.Name(), b.Name()) })
	return methods
}

// isShown tells whether a method matters to users of its package: it is exported, or it may be
// what an exported interface wants, as ast.Expr wants exprNode.
func isShown(method types.Object) bool {
	if method.Exported() {
		return true
	}
	names, known := wanted[method.Pkg()]
	if !known {
		names = map[string]bool{}
		scope := method.Pkg().Scope()
		for _, name := range scope.Names() {
			if t, ok := scope.Lookup(name).Type().Underlying().(*types.Interface); ok && token.IsExported(name) {
				for method := range t.Methods() {
					names[method.Name()] = true
				}
			}
		}
		wanted[method.Pkg()] = names
	}
	return names[method.Name()]
}

// wanted are the names of the methods of a package's exported interfaces.
var wanted = map[*types.Package]map[string]bool{}

// shown are the fields of a struct that its users can reach: the exported ones, and embedded
// ones that lend it something.
func shown(t *types.Struct) []*types.Var {
	var fields []*types.Var
	for field := range t.Fields() {
		if field.Exported() || field.Embedded() && lends(field.Type(), map[types.Type]bool{}) {
			fields = append(fields, field)
		}
	}
	return fields
}

// lends tells whether a struct that embeds the type has methods or fields of it that are shown.
func lends(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	for selection := range types.NewMethodSet(pointerTo(t)).Methods() {
		if isShown(selection.Obj()) {
			return true
		}
	}
	if pointer, ok := types.Unalias(t).(*types.Pointer); ok {
		t = pointer.Elem()
	}
	fields, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range fields.Fields() {
		if field.Exported() || field.Embedded() && lends(field.Type(), seen) {
			return true
		}
	}
	return false
}

// pointerTo is what has all methods of a type: itself, where a pointer to it has none.
func pointerTo(t types.Type) types.Type {
	if _, ok := types.Unalias(t).(*types.Pointer); ok || types.IsInterface(t) {
		return t
	}
	return types.NewPointer(t)
}
