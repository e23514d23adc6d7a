// Stub of go/importer: all that it exports, without bodies.

package importer

import (
	"go/token"
	"go/types"
	"io"
)

type Lookup func(path string) (io.ReadCloser, error)

func Default() types.Importer
func For(compiler string, lookup Lookup) types.Importer
func ForCompiler(fset *token.FileSet, compiler string, lookup Lookup) types.Importer
