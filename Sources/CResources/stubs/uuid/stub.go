// Stub of uuid: all that it exports, without bodies.

package uuid

type UUID [16]byte

func (UUID) AppendText(b []byte) ([]byte, error)
func (UUID) Compare(v UUID) int
func (UUID) MarshalText() ([]byte, error)
func (UUID) String() string
func (*UUID) UnmarshalText(b []byte) error

func Max() UUID
func MustParse(s string) UUID
func New() UUID
func NewV4() UUID
func NewV7() UUID
func Nil() UUID
func Parse(s string) (UUID, error)
