// Stub of encoding/json/v2: all that it exports, without bodies.

package json

import (
	"encoding/json/internal/jsonopts"
	"encoding/json/jsontext"
	"io"
	"reflect"
)

var (
	ErrUnknownName error
)

type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

type MarshalerTo interface {
	MarshalJSONTo(*jsontext.Encoder) error
}

type Marshalers = typedMarshalers

type Options = jsonopts.Options

type SemanticError struct {
	ByteOffset  int64
	JSONPointer jsontext.Pointer
	JSONKind    jsontext.Kind
	JSONValue   jsontext.Value
	GoType      reflect.Type
	Err         error
	_           [0]func()
}

func (*SemanticError) Error() string
func (*SemanticError) Unwrap() error

type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

type UnmarshalerFrom interface {
	UnmarshalJSONFrom(*jsontext.Decoder) error
}

type Unmarshalers = typedUnmarshalers

type typedArshalers[Coder any] struct {
	_ []byte
}

type typedMarshalers = typedArshalers[jsontext.Encoder]

type typedUnmarshalers = typedArshalers[jsontext.Decoder]

func DefaultOptionsV2() Options
func Deterministic(v bool) Options
func FormatNilMapAsNull(v bool) Options
func FormatNilSliceAsNull(v bool) Options
func GetOption[T any](opts Options, setter func(T) Options) (T, bool)
func JoinMarshalers(ms ...*Marshalers) *Marshalers
func JoinOptions(srcs ...Options) Options
func JoinUnmarshalers(us ...*Unmarshalers) *Unmarshalers
func Marshal(in any, opts ...Options) (out []byte, err error)
func MarshalEncode(out *jsontext.Encoder, in any, opts ...Options) (err error)
func MarshalFunc[T any](fn func(T) ([]byte, error)) *Marshalers
func MarshalToFunc[T any](fn func(*jsontext.Encoder, T) error) *Marshalers
func MarshalWrite(out io.Writer, in any, opts ...Options) (err error)
func MatchCaseInsensitiveNames(v bool) Options
func OmitZeroStructFields(v bool) Options
func RejectUnknownMembers(v bool) Options
func StringifyNumbers(v bool) Options
func Unmarshal(in []byte, out any, opts ...Options) (err error)
func UnmarshalDecode(in *jsontext.Decoder, out any, opts ...Options) (err error)
func UnmarshalFromFunc[T any](fn func(*jsontext.Decoder, T) error) *Unmarshalers
func UnmarshalFunc[T any](fn func([]byte, T) error) *Unmarshalers
func UnmarshalRead(in io.Reader, out any, opts ...Options) (err error)
func WithMarshalers(v *Marshalers) Options
func WithUnmarshalers(v *Unmarshalers) Options
