// Stub of go/parser: all that it exports, without bodies.

package parser

import (
	"go/ast"
	"go/token"
	"io/fs"
)

const (
	AllErrors            Mode = 32
	DeclarationErrors    Mode = 16
	ImportsOnly          Mode = 2
	PackageClauseOnly    Mode = 1
	ParseComments        Mode = 4
	SkipObjectResolution Mode = 64
	SpuriousErrors       Mode = 32
	Trace                Mode = 8
)

type Mode uint

func ParseDir(fset *token.FileSet, path string, filter func(fs.FileInfo) bool, mode Mode) (pkgs map[string]*ast.Package, first error)
func ParseExpr(x string) (ast.Expr, error)
func ParseExprFrom(fset *token.FileSet, filename string, src any, mode Mode) (expr ast.Expr, err error)
func ParseFile(fset *token.FileSet, filename string, src any, mode Mode) (f *ast.File, err error)
