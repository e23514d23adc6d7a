// Stub of internal/godebug: all that it exports, without bodies.

package godebug

type Setting struct {
	_ *byte
}

func (*Setting) IncNonDefault()
func (*Setting) Name() string
func (*Setting) String() string
func (*Setting) Undocumented() bool
func (*Setting) Value() string

func New(name string) *Setting
