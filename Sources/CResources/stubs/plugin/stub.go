// Stub of plugin: all that it exports, without bodies.

package plugin

type Plugin struct {
	_ []byte
}

func (*Plugin) Lookup(symName string) (Symbol, error)

type Symbol interface{}

func Open(path string) (*Plugin, error)
