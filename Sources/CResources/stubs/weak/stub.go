// Stub of weak: all that it exports, without bodies.

package weak

type Pointer[T any] struct {
	_ *byte
}

func (Pointer[T]) Value() *T

func Make[T any](ptr *T) Pointer[T]
