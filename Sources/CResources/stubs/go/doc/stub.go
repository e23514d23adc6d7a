// Stub of go/doc: all that it exports, without bodies.

package doc

import (
	"go/ast"
	"go/doc/comment"
	"go/token"
	"io"
)

const (
	AllDecls    Mode = 1
	AllMethods  Mode = 2
	PreserveAST Mode = 4
)

var (
	IllegalPrefixes []string
)

type Example struct {
	Name        string
	Suffix      string
	Doc         string
	Code        ast.Node
	Play        *ast.File
	Comments    []*ast.CommentGroup
	Output      string
	Unordered   bool
	EmptyOutput bool
	Order       int
}

type Filter func(string) bool

type Func struct {
	Doc      string
	Name     string
	Decl     *ast.FuncDecl
	Recv     string
	Orig     string
	Level    int
	Examples []*Example
}

type Mode int

type Note struct {
	Pos  token.Pos
	End  token.Pos
	UID  string
	Body string
}

type Package struct {
	Doc        string
	Name       string
	ImportPath string
	Imports    []string
	Filenames  []string
	Notes      map[string][]*Note
	Bugs       []string
	Consts     []*Value
	Types      []*Type
	Vars       []*Value
	Funcs      []*Func
	Examples   []*Example
	_          []byte
}

func (*Package) Filter(f Filter)
func (*Package) HTML(text string) []byte
func (*Package) Markdown(text string) []byte
func (*Package) Parser() *comment.Parser
func (*Package) Printer() *comment.Printer
func (*Package) Synopsis(text string) string
func (*Package) Text(text string) []byte

type Type struct {
	Doc      string
	Name     string
	Decl     *ast.GenDecl
	Consts   []*Value
	Vars     []*Value
	Funcs    []*Func
	Methods  []*Func
	Examples []*Example
}

type Value struct {
	Doc   string
	Names []string
	Decl  *ast.GenDecl
	_     byte
}

func Examples(testFiles ...*ast.File) []*Example
func IsPredeclared(s string) bool
func New(pkg *ast.Package, importPath string, mode Mode) *Package
func NewFromFiles(fset *token.FileSet, files []*ast.File, importPath string, opts ...any) (*Package, error)
func Synopsis(text string) string
func ToHTML(w io.Writer, text string, words map[string]string)
func ToText(w io.Writer, text string, prefix string, codePrefix string, width int)
