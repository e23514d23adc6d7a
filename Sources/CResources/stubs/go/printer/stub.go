// Stub of go/printer: all that it exports, without bodies.

package printer

import (
	"go/ast"
	"go/token"
	"io"
)

const (
	RawFormat Mode = 1
	SourcePos Mode = 8
	TabIndent Mode = 2
	UseSpaces Mode = 4
)

type CommentedNode struct {
	Node     any
	Comments []*ast.CommentGroup
}

type Config struct {
	Mode     Mode
	Tabwidth int
	Indent   int
}

func (*Config) Fprint(output io.Writer, fset *token.FileSet, node any) error

type Mode uint

func Fprint(output io.Writer, fset *token.FileSet, node any) error
