// Stub of unique: all that it exports, without bodies.

package unique

type Handle[T comparable] struct {
	_ *byte
}

func (Handle[T]) Value() T

func Make[T comparable](value T) Handle[T]
