package main

import (
	"bytes"
	"fmt"
	"go/constant"
	"go/format"
	"go/types"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A printer writes the stub of one package. It writes what the package declares in one order,
// whatever the order of its sources: constants, variables, types with their methods, functions,
// each by name.
type printer struct {
	pkg     *types.Package
	objects map[types.Object]bool
	body    bytes.Buffer
	// imports are the names that the stub gives to the packages that it mentions.
	imports map[*types.Package]string
}

// render is the stub of a package of a selection.
func render(s *selection, pkg *types.Package) ([]byte, error) {
	p := &printer{
		pkg: pkg, objects: s.objects[pkg], imports: map[*types.Package]string{},
	}
	constants := named[*types.Const](p)
	if len(constants) > 0 {
		p.line("const (")
		for _, object := range constants {
			p.constant(object)
		}
		p.line(")\n")
	}
	variables := named[*types.Var](p)
	if len(variables) > 0 {
		p.line("var (")
		for _, object := range variables {
			p.line("%s %s", object.Name(), p.text(object.Type()))
		}
		p.line(")\n")
	}
	for _, object := range named[*types.TypeName](p) {
		p.typeName(object)
	}
	for _, object := range named[*types.Func](p) {
		p.line("func %s%s", object.Name(), p.signature(object))
	}

	var file bytes.Buffer
	what := "all that it exports"
	if !s.whole[pkg] {
		what = "what other stubs mention of it"
	}
	fmt.Fprintf(&file, "// Stub of %s: %s, without bodies.\n\npackage %s\n\n", pkg.Path(), what, pkg.Name())
	if len(p.imports) > 0 {
		file.WriteString("import (\n")
		for _, imported := range slices.SortedFunc(maps.Keys(p.imports), byPath) {
			name := p.imports[imported]
			if name == path.Base(imported.Path()) {
				name = ""
			}
			fmt.Fprintf(&file, "%s %q\n", name, imported.Path())
		}
		file.WriteString(")\n\n")
	}
	file.Write(p.body.Bytes())
	text, err := format.Source(file.Bytes())
	if err != nil {
		return nil, fmt.Errorf("stub of %s: %w", pkg.Path(), err)
	}
	return append(bytes.TrimRight(text, "\n"), '\n'), nil
}

// named are the selected objects of one kind by name.
func named[T types.Object](p *printer) []T {
	var found []T
	for object := range p.objects {
		if object, ok := object.(T); ok {
			found = append(found, object)
		}
	}
	slices.SortFunc(found, func(a, b T) int { return strings.Compare(a.Name(), b.Name()) })
	return found
}

func byPath(a, b *types.Package) int { return strings.Compare(a.Path(), b.Path()) }

func (p *printer) line(format string, arguments ...any) {
	fmt.Fprintf(&p.body, format+"\n", arguments...)
}

func (p *printer) constant(object *types.Const) {
	t := ""
	if basic, ok := object.Type().(*types.Basic); !ok || basic.Info()&types.IsUntyped == 0 {
		t = p.text(object.Type())
	}
	p.line("%s %s = %s", object.Name(), t, literal(object))
}

// literal spells a constant so that it keeps its kind without a type.
func literal(object *types.Const) string {
	value := object.Val()
	basic := object.Type().Underlying().(*types.Basic)
	switch {
	case value.Kind() == constant.String:
		return strconv.Quote(constant.StringVal(value))
	case basic.Kind() == types.UntypedRune:
		code, _ := constant.Int64Val(value)
		if code > unicode.MaxRune {
			return fmt.Sprintf("%d + '\\x00'", code)
		}
		return strconv.QuoteRuneToASCII(rune(code))
	case basic.Info()&types.IsFloat != 0:
		number, _ := constant.Float64Val(value)
		text := strconv.FormatFloat(number, 'g', -1, 64)
		if !strings.ContainsAny(text, ".e") {
			text += ".0"
		}
		return text
	}
	return value.ExactString()
}

func (p *printer) typeName(object *types.TypeName) {
	if alias, ok := object.Type().(*types.Alias); ok {
		p.line("type %s%s = %s\n", object.Name(), p.parameters(alias.TypeParams()), p.text(alias.Rhs()))
		return
	}
	t := object.Type().(*types.Named)
	fmt.Fprintf(&p.body, "type %s%s ", object.Name(), p.parameters(t.TypeParams()))
	switch underlying := t.Underlying().(type) {
	case *types.Struct:
		p.structure(underlying)
	case *types.Interface:
		p.interfaceType(underlying)
	default:
		p.line("%s\n", p.text(underlying))
	}
	methods := shownMethods(t)
	for _, method := range methods {
		p.line("func (%s) %s%s", p.receiver(method), method.Name(), p.signature(method))
	}
	if len(methods) > 0 {
		p.line("")
	}
}

func (p *printer) structure(t *types.Struct) {
	if t.NumFields() == 0 {
		p.line("struct{}\n")
		return
	}
	p.line("struct {")
	fields := shown(t)
	for i := range t.NumFields() {
		field, tag := t.Field(i), t.Tag(i)
		if !slices.Contains(fields, field) {
			continue
		}
		name := field.Name()
		if field.Embedded() {
			name = ""
		}
		if tag != "" {
			tag = strconv.Quote(tag)
		}
		p.line("%s %s %s", name, p.text(field.Type()), tag)
	}
	if hidden := hiddenState(t); hidden != "" {
		p.line("_ %s", hidden)
	}
	p.line("}\n")
}

// hiddenState is the type of a blank field that stands for the fields of a struct that are not
// shown: it is as comparable as they are, and holds references if they do.
func hiddenState(t *types.Struct) string {
	comparable, references, count := true, false, t.NumFields()-len(shown(t))
	for field := range t.Fields() {
		if slices.Contains(shown(t), field) {
			continue
		}
		comparable = comparable && types.Comparable(field.Type())
		references = references || holdsReferences(field.Type())
	}
	switch {
	case count == 0:
		return ""
	case comparable && references:
		return "*byte"
	case comparable:
		return "byte"
	case references:
		return "[]byte"
	}
	return "[0]func()"
}

// holdsReferences tells whether a copy of a value may share memory with it that can be
// changed.
func holdsReferences(t types.Type) bool {
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return true
	}
	switch t := t.Underlying().(type) {
	case *types.Basic:
		return t.Kind() == types.UnsafePointer
	case *types.Array:
		return t.Len() > 0 && holdsReferences(t.Elem())
	case *types.Struct:
		for field := range t.Fields() {
			if holdsReferences(field.Type()) {
				return true
			}
		}
		return false
	}
	return true
}

func (p *printer) interfaceType(t *types.Interface) {
	if t.NumExplicitMethods() == 0 {
		p.line("%s\n", p.text(t))
		return
	}
	p.line("interface {")
	for embedded := range t.EmbeddedTypes() {
		p.line("%s", p.text(embedded))
	}
	for method := range t.ExplicitMethods() {
		p.line("%s%s", method.Name(), p.signature(method))
	}
	p.line("}\n")
}

func (p *printer) parameters(list *types.TypeParamList) string {
	var parts []string
	for parameter := range list.TypeParams() {
		parts = append(parts, parameter.Obj().Name()+" "+p.text(parameter.Constraint()))
	}
	if len(parts) == 0 {
		return ""
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

func (p *printer) receiver(method *types.Func) string {
	signature := method.Signature()
	t, star := signature.Recv().Type(), ""
	if pointer, ok := t.(*types.Pointer); ok {
		t, star = pointer.Elem(), "*"
	}
	var parameters []string
	for parameter := range signature.RecvTypeParams().TypeParams() {
		parameters = append(parameters, parameter.Obj().Name())
	}
	name := star + t.(*types.Named).Obj().Name()
	if len(parameters) > 0 {
		name += "[" + strings.Join(parameters, ", ") + "]"
	}
	return name
}

func (p *printer) signature(function *types.Func) string {
	var text bytes.Buffer
	types.WriteSignature(&text, function.Signature(), p.qualifier)
	return text.String()
}

func (p *printer) text(t types.Type) string { return types.TypeString(t, p.qualifier) }

// qualifier names a package in the stub, and has it imported.
func (p *printer) qualifier(other *types.Package) string {
	if other == p.pkg {
		return ""
	}
	if name, ok := p.imports[other]; ok {
		return name
	}
	name := other.Name()
	taken := func() bool {
		for _, used := range p.imports {
			if used == name {
				return true
			}
		}
		for object := range p.objects {
			if object.Name() == name {
				return true
			}
		}
		return false
	}
	if taken() {
		name = strings.ReplaceAll(other.Path(), "/", "_")
	}
	p.imports[other] = name
	return name
}
