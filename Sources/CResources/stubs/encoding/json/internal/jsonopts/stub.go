// Stub of encoding/json/internal/jsonopts: what other stubs mention of it, without bodies.

package jsonopts

import (
	"encoding/json/internal"
	"encoding/json/internal/jsonflags"
)

type ArshalValues struct {
	Marshalers   any
	Unmarshalers any
	Format       string
}

type CoderValues struct {
	Indent       string
	IndentPrefix string
	ByteLimit    int64
	DepthLimit   int
}

type Options interface {
	JSONOptions(internal.NotForPublicUse)
}

type Struct struct {
	Flags jsonflags.Flags
	CoderValues
	ArshalValues
}

func (*Struct) InitializeMultiline()
func (*Struct) JSONOptions(internal.NotForPublicUse)
func (*Struct) Join(srcs ...Options)
