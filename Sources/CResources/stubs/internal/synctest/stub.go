// Stub of internal/synctest: all that it exports, without bodies.

package synctest

const (
	CurrentBubble Association = 1
	OtherBubble   Association = 2
	Unbubbled     Association = 0
)

type Association int

type Bubble struct {
	_ *byte
}

func (*Bubble) Release()
func (*Bubble) Run(f func())

func Acquire() *Bubble
func Associate[T any](p *T) Association
func Disassociate[T any](p *T)
func IsAssociated[T any](p *T) bool
func IsInBubble() bool
func Run(f func())
func Wait()
