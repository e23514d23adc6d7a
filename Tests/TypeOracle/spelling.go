package main

import (
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// typeString spells a type as the package's documentation says.
func typeString(t types.Type) string {
	var s speller
	s.write(t)
	return s.String()
}

// functionString spells a declared function or a method.
func functionString(function *types.Func) string {
	prefix := ""
	if pkg := function.Pkg(); pkg != nil {
		prefix = pkg.Path() + "."
	}
	receiver := function.Signature().Recv()
	if receiver == nil {
		return prefix + function.Name()
	}
	t := types.Unalias(receiver.Type())
	pointer, isPointer := t.(*types.Pointer)
	if isPointer {
		t = types.Unalias(pointer.Elem())
	}
	named, ok := t.(*types.Named)
	switch {
	case !ok:
		return "interface." + function.Name()
	case isPointer:
		return prefix + "(*" + named.Obj().Name() + ")." + function.Name()
	default:
		return prefix + named.Obj().Name() + "." + function.Name()
	}
}

type speller struct {
	strings.Builder
	// The interface literals that are being written: one may contain itself.
	open []*types.Interface
}

func (s *speller) write(t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		s.WriteString(basicName(t))
	case *types.Named:
		s.named(t)
	case *types.TypeParam:
		s.WriteString(t.Obj().Name())
	case *types.Pointer:
		s.WriteByte('*')
		s.write(t.Elem())
	case *types.Slice:
		s.WriteString("[]")
		s.write(t.Elem())
	case *types.Array:
		s.WriteString("[" + strconv.FormatInt(t.Len(), 10) + "]")
		s.write(t.Elem())
	case *types.Map:
		s.WriteString("map[")
		s.write(t.Key())
		s.WriteByte(']')
		s.write(t.Elem())
	case *types.Chan:
		s.channel(t)
	case *types.Struct:
		s.structure(t)
	case *types.Signature:
		s.WriteString("func")
		s.signature(t)
	case *types.Interface:
		s.interfaceType(t)
	case *types.Tuple:
		s.tuple(t, false)
	case *types.Union:
		s.union(t)
	default:
		s.WriteString("unknown")
	}
}

// basicName names a basic type; byte and rune are aliases.
func basicName(t *types.Basic) string {
	switch t.Kind() {
	case types.UnsafePointer:
		return "unsafe.Pointer"
	case types.Byte:
		return "uint8"
	case types.Rune:
		return "int32"
	}
	return t.Name()
}

func (s *speller) named(t *types.Named) {
	if pkg := t.Obj().Pkg(); pkg != nil {
		s.WriteString(pkg.Path() + ".")
	}
	s.WriteString(t.Obj().Name())
	if t.TypeArgs().Len() == 0 {
		return
	}
	s.WriteByte('[')
	for i := range t.TypeArgs().Len() {
		if i > 0 {
			s.WriteString(", ")
		}
		s.write(t.TypeArgs().At(i))
	}
	s.WriteByte(']')
}

func (s *speller) channel(t *types.Chan) {
	switch t.Dir() {
	case types.SendOnly:
		s.WriteString("chan<- ")
	case types.RecvOnly:
		s.WriteString("<-chan ")
	default:
		s.WriteString("chan ")
		if element, ok := types.Unalias(t.Elem()).(*types.Chan); ok && element.Dir() == types.RecvOnly {
			s.WriteByte('(')
			s.write(element)
			s.WriteByte(')')
			return
		}
	}
	s.write(t.Elem())
}

func (s *speller) structure(t *types.Struct) {
	s.WriteString("struct{")
	for i := range t.NumFields() {
		if i > 0 {
			s.WriteString("; ")
		}
		s.WriteString(t.Field(i).Name() + " ")
		s.write(t.Field(i).Type())
	}
	s.WriteByte('}')
}

func (s *speller) signature(t *types.Signature) {
	if parameters := t.TypeParams(); parameters.Len() > 0 {
		for i := range parameters.Len() {
			s.WriteString([]string{"[", ", "}[min(i, 1)] + parameters.At(i).Obj().Name())
		}
		s.WriteByte(']')
	}
	s.tuple(t.Params(), t.Variadic())
	switch t.Results().Len() {
	case 0:
	case 1:
		s.WriteByte(' ')
		s.write(t.Results().At(0).Type())
	default:
		s.WriteByte(' ')
		s.tuple(t.Results(), false)
	}
}

func (s *speller) tuple(t *types.Tuple, isVariadic bool) {
	s.WriteByte('(')
	for i := range t.Len() {
		if i > 0 {
			s.WriteString(", ")
		}
		element := t.At(i).Type()
		if slice, ok := types.Unalias(element).(*types.Slice); ok && isVariadic && i == t.Len()-1 {
			s.WriteString("...")
			element = slice.Elem()
		}
		s.write(element)
	}
	s.WriteByte(')')
}

func (s *speller) interfaceType(t *types.Interface) {
	if t.Empty() {
		s.WriteString("any")
		return
	}
	if slices.Contains(s.open, t) {
		s.WriteString("interface{…}")
		return
	}
	s.open = append(s.open, t)
	defer func() { s.open = s.open[:len(s.open)-1] }()
	var methods []*types.Func
	for method := range t.Methods() {
		methods = append(methods, method)
	}
	slices.SortFunc(methods, func(a, b *types.Func) int { return strings.Compare(a.Name(), b.Name()) })
	s.WriteString("interface{")
	separator := ""
	for _, method := range methods {
		s.WriteString(separator + method.Name())
		s.signature(method.Signature())
		separator = "; "
	}
	for element := range t.EmbeddedTypes() {
		if isMethods(element) {
			continue
		}
		s.WriteString(separator)
		s.write(element)
		separator = "; "
	}
	s.WriteByte('}')
}

// isMethods says whether an embedded element adds methods and nothing else.
func isMethods(element types.Type) bool {
	embedded, ok := element.Underlying().(*types.Interface)
	return ok && embedded.IsMethodSet()
}

func (s *speller) union(t *types.Union) {
	for i := range t.Len() {
		if i > 0 {
			s.WriteString(" | ")
		}
		if t.Term(i).Tilde() {
			s.WriteByte('~')
		}
		s.write(t.Term(i).Type())
	}
}
