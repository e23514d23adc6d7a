// Stub of encoding/json/internal/jsonwire: what other stubs mention of it, without bodies.

package jsonwire

type ValueFlags uint

func (ValueFlags) IsCanonical() bool
func (ValueFlags) IsVerbatim() bool
func (*ValueFlags) Join(f2 ValueFlags)
