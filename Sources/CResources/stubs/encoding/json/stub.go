// Stub of encoding/json: all that it exports, without bodies.

package json

import (
	"bytes"
	"encoding/json/internal/jsonopts"
	"encoding/json/jsontext"
	json "encoding/json/v2"
	"io"
	"reflect"
)

type Decoder struct {
	_ *byte
}

func (*Decoder) Buffered() io.Reader
func (*Decoder) Decode(v any) error
func (*Decoder) DisallowUnknownFields()
func (*Decoder) InputOffset() int64
func (*Decoder) More() bool
func (*Decoder) Token() (Token, error)
func (*Decoder) UseNumber()

type Delim rune

func (Delim) String() string

type Encoder struct {
	_ []byte
}

func (*Encoder) Encode(v any) error
func (*Encoder) SetEscapeHTML(on bool)
func (*Encoder) SetIndent(prefix string, indent string)

type InvalidUTF8Error struct {
	S string
}

func (*InvalidUTF8Error) Error() string

type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (*InvalidUnmarshalError) Error() string

type Marshaler = json.Marshaler

type MarshalerError struct {
	Type reflect.Type
	Err  error
	_    byte
}

func (*MarshalerError) Error() string
func (*MarshalerError) Unwrap() error

type Number string

func (Number) Float64() (float64, error)
func (Number) Int64() (int64, error)
func (Number) MarshalJSONTo(enc *jsontext.Encoder) error
func (Number) String() string
func (*Number) UnmarshalJSONFrom(dec *jsontext.Decoder) error

type Options = jsonopts.Options

type RawMessage = jsontext.Value

type SyntaxError struct {
	Offset int64
	_      byte
}

func (*SyntaxError) Error() string

type Token interface{}

type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (*UnmarshalFieldError) Error() string

type UnmarshalTypeError struct {
	Value  string
	Type   reflect.Type
	Offset int64
	Struct string
	Field  string
	Err    error
}

func (*UnmarshalTypeError) Error() string
func (*UnmarshalTypeError) Unwrap() error

type Unmarshaler = json.Unmarshaler

type UnsupportedTypeError struct {
	Type reflect.Type
}

func (*UnsupportedTypeError) Error() string

type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (*UnsupportedValueError) Error() string

func CallMethodsWithLegacySemantics(v bool) Options
func Compact(dst *bytes.Buffer, src []byte) error
func DefaultOptionsV1() Options
func FormatByteArrayAsArray(v bool) Options
func FormatBytesWithLegacySemantics(v bool) Options
func FormatDurationAsNano(v bool) Options
func HTMLEscape(dst *bytes.Buffer, src []byte)
func Indent(dst *bytes.Buffer, src []byte, prefix string, indent string) error
func Marshal(v any) ([]byte, error)
func MarshalIndent(v any, prefix string, indent string) ([]byte, error)
func MatchCaseSensitiveDelimiter(v bool) Options
func MergeWithLegacySemantics(v bool) Options
func NewDecoder(r io.Reader) *Decoder
func NewEncoder(w io.Writer) *Encoder
func OmitEmptyWithLegacySemantics(v bool) Options
func ParseBytesWithLooseRFC4648(v bool) Options
func ParseTimeWithLooseRFC3339(v bool) Options
func ReportErrorsWithLegacySemantics(v bool) Options
func StringifyWithLegacySemantics(v bool) Options
func Unmarshal(data []byte, v any) error
func UnmarshalArrayFromAnyLength(v bool) Options
func Valid(data []byte) bool
