// Stub of structs: all that it exports, without bodies.

package structs

type HostLayout struct {
	_ byte
}
