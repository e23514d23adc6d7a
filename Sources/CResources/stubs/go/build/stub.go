// Stub of go/build: all that it exports, without bodies.

package build

import (
	"go/token"
	"io"
	"io/fs"
)

const (
	AllowBinary   ImportMode = 2
	FindOnly      ImportMode = 1
	IgnoreVendor  ImportMode = 8
	ImportComment ImportMode = 4
)

var (
	Default Context
	ToolDir string
)

type Context struct {
	GOARCH        string
	GOOS          string
	GOROOT        string
	GOPATH        string
	Dir           string
	CgoEnabled    bool
	UseAllFiles   bool
	Compiler      string
	BuildTags     []string
	ToolTags      []string
	ReleaseTags   []string
	InstallSuffix string
	JoinPath      func(elem ...string) string
	SplitPathList func(list string) []string
	IsAbsPath     func(path string) bool
	IsDir         func(path string) bool
	HasSubdir     func(root string, dir string) (rel string, ok bool)
	ReadDir       func(dir string) ([]fs.FileInfo, error)
	OpenFile      func(path string) (io.ReadCloser, error)
}

func (*Context) Import(path string, srcDir string, mode ImportMode) (*Package, error)
func (*Context) ImportDir(dir string, mode ImportMode) (*Package, error)
func (*Context) MatchFile(dir string, name string) (match bool, err error)
func (*Context) SrcDirs() []string

type Directive struct {
	Text string
	Pos  token.Position
}

type ImportMode uint

type MultiplePackageError struct {
	Dir      string
	Packages []string
	Files    []string
}

func (*MultiplePackageError) Error() string

type NoGoError struct {
	Dir string
}

func (*NoGoError) Error() string

type Package struct {
	Dir                  string
	Name                 string
	ImportComment        string
	Doc                  string
	ImportPath           string
	Root                 string
	SrcRoot              string
	PkgRoot              string
	PkgTargetRoot        string
	BinDir               string
	Goroot               bool
	PkgObj               string
	AllTags              []string
	ConflictDir          string
	BinaryOnly           bool
	GoFiles              []string
	CgoFiles             []string
	IgnoredGoFiles       []string
	InvalidGoFiles       []string
	IgnoredOtherFiles    []string
	CFiles               []string
	CXXFiles             []string
	MFiles               []string
	HFiles               []string
	FFiles               []string
	SFiles               []string
	SwigFiles            []string
	SwigCXXFiles         []string
	SysoFiles            []string
	CgoCFLAGS            []string
	CgoCPPFLAGS          []string
	CgoCXXFLAGS          []string
	CgoFFLAGS            []string
	CgoLDFLAGS           []string
	CgoPkgConfig         []string
	TestGoFiles          []string
	XTestGoFiles         []string
	Directives           []Directive
	TestDirectives       []Directive
	XTestDirectives      []Directive
	Imports              []string
	ImportPos            map[string][]token.Position
	TestImports          []string
	TestImportPos        map[string][]token.Position
	XTestImports         []string
	XTestImportPos       map[string][]token.Position
	EmbedPatterns        []string
	EmbedPatternPos      map[string][]token.Position
	TestEmbedPatterns    []string
	TestEmbedPatternPos  map[string][]token.Position
	XTestEmbedPatterns   []string
	XTestEmbedPatternPos map[string][]token.Position
}

func (*Package) IsCommand() bool

func ArchChar(goarch string) (string, error)
func Import(path string, srcDir string, mode ImportMode) (*Package, error)
func ImportDir(dir string, mode ImportMode) (*Package, error)
func IsLocalImport(path string) bool
