package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// A record is a line of the stream; see the package's documentation.
type record struct {
	start, end int
	kind       byte
	class      byte
	name       int // In types of kind E, in functions of kinds C and I.
}

// A file is the records of one file.
type file struct {
	path    string
	records []record
}

// A unit is what is printed of one package. Its names are numbered for it alone.
type unit struct {
	types, functions names
	ids              map[types.Type]int
	files            []file
	errors           []error
}

// A names numbers strings.
type names struct {
	texts []string
	ids   map[string]int
}

// id gives the number of a string, a new one to a new string.
func (n *names) id(text string) (id int, isNew bool) {
	if id, ok := n.ids[text]; ok {
		return id, false
	}
	if n.ids == nil {
		n.ids = make(map[string]int)
	}
	id = len(n.texts)
	n.texts = append(n.texts, text)
	n.ids[text] = id
	return id, true
}

func newUnit() *unit { return &unit{ids: make(map[types.Type]int)} }

// add makes the records of a file.
func (u *unit) add(positions *token.File, syntax *ast.File, info *types.Info) {
	result := file{path: positions.Name()}
	ast.Inspect(syntax, func(node ast.Node) bool {
		expression, ok := node.(ast.Expr)
		if !ok {
			return true
		}
		value, ok := info.Types[expression]
		if !ok {
			return true
		}
		at := record{start: positions.Offset(node.Pos()), end: positions.Offset(node.End())}
		if value.IsValue() && value.Value == nil {
			r := at
			r.kind, r.class, r.name = 'E', class(expression, info), u.typeID(value.Type)
			if r.name != unknown {
				result.records = append(result.records, r)
			}
		}
		if call, ok := expression.(*ast.CallExpr); ok {
			r := at
			kind, function := callee(call, info)
			r.kind = kind
			if function != nil {
				r.name, _ = u.functions.id(functionString(function))
			}
			result.records = append(result.records, r)
		}
		return true
	})
	u.files = append(u.files, result)
}

// unknown is the number of types of which go/types does not know everything, because the
// code is broken. They are no measure.
const unknown = -1

func (u *unit) typeID(t types.Type) int {
	if id, ok := u.ids[t]; ok {
		return id
	}
	id := unknown
	if spelling := typeString(t); !strings.Contains(spelling, types.Typ[types.Invalid].Name()) {
		id, _ = u.types.id(spelling)
	}
	u.ids[t] = id
	return id
}

func class(expression ast.Expr, info *types.Info) byte {
	switch expression := expression.(type) {
	case *ast.SelectorExpr:
		return 's'
	case *ast.IndexExpr:
		// An operand that is a function is instantiated.
		if _, ok := types.Unalias(info.TypeOf(expression.X)).(*types.Signature); ok {
			return 'o'
		}
		return 'i'
	case *ast.CallExpr:
		return 'c'
	case *ast.CompositeLit:
		return 'l'
	case *ast.Ident:
		return 'd'
	case *ast.FuncLit:
		return 'f'
	}
	return 'o'
}

// callee gives the kind of a call, and for kinds C and I the function.
func callee(call *ast.CallExpr, info *types.Info) (byte, *types.Func) {
	called := ast.Unparen(call.Fun)
	value := info.Types[called]
	switch {
	case value.IsType():
		return 'V', nil
	case value.IsBuiltin():
		return 'B', nil
	}
	switch index := called.(type) {
	case *ast.IndexExpr:
		called = ast.Unparen(index.X)
	case *ast.IndexListExpr:
		called = ast.Unparen(index.X)
	}
	var name *ast.Ident
	switch called := called.(type) {
	case *ast.Ident:
		name = called
	case *ast.SelectorExpr:
		name = called.Sel
	default:
		return 'D', nil
	}
	function, ok := info.Uses[name].(*types.Func)
	if !ok {
		return 'D', nil
	}
	function = function.Origin()
	if receiver := function.Signature().Recv(); receiver != nil && types.IsInterface(receiver.Type()) {
		return 'I', function
	}
	return 'C', function
}
