// Stub of container/ring: all that it exports, without bodies.

package ring

type Ring struct {
	Value any
	_     *byte
}

func (*Ring) Do(f func(any))
func (*Ring) Len() int
func (*Ring) Link(s *Ring) *Ring
func (*Ring) Move(n int) *Ring
func (*Ring) Next() *Ring
func (*Ring) Prev() *Ring
func (*Ring) Unlink(n int) *Ring

func New(n int) *Ring
