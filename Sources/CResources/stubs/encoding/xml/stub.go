// Stub of encoding/xml: all that it exports, without bodies.

package xml

import (
	"io"
	"reflect"
)

const (
	Header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
)

var (
	HTMLAutoClose []string
	HTMLEntity    map[string]string
)

type Attr struct {
	Name  Name
	Value string
}

type CharData []byte

func (CharData) Copy() CharData

type Comment []byte

func (Comment) Copy() Comment

type Decoder struct {
	Strict        bool
	AutoClose     []string
	Entity        map[string]string
	CharsetReader func(charset string, input io.Reader) (io.Reader, error)
	DefaultSpace  string
	_             []byte
}

func (*Decoder) Decode(v any) error
func (*Decoder) DecodeElement(v any, start *StartElement) error
func (*Decoder) InputOffset() int64
func (*Decoder) InputPos() (line int, column int)
func (*Decoder) RawToken() (Token, error)
func (*Decoder) Skip() error
func (*Decoder) Token() (Token, error)

type Directive []byte

func (Directive) Copy() Directive

type Encoder struct {
	_ []byte
}

func (*Encoder) Close() error
func (*Encoder) Encode(v any) error
func (*Encoder) EncodeElement(v any, start StartElement) error
func (*Encoder) EncodeToken(t Token) error
func (*Encoder) Flush() error
func (*Encoder) Indent(prefix string, indent string)

type EndElement struct {
	Name Name
}

type Marshaler interface {
	MarshalXML(e *Encoder, start StartElement) error
}

type MarshalerAttr interface {
	MarshalXMLAttr(name Name) (Attr, error)
}

type Name struct {
	Space string
	Local string
}

type ProcInst struct {
	Target string
	Inst   []byte
}

func (ProcInst) Copy() ProcInst

type StartElement struct {
	Name Name
	Attr []Attr
}

func (StartElement) Copy() StartElement
func (StartElement) End() EndElement

type SyntaxError struct {
	Msg  string
	Line int
}

func (*SyntaxError) Error() string

type TagPathError struct {
	Struct reflect.Type
	Field1 string
	Tag1   string
	Field2 string
	Tag2   string
}

func (*TagPathError) Error() string

type Token interface{}

type TokenReader interface {
	Token() (Token, error)
}

type UnmarshalError string

func (UnmarshalError) Error() string

type Unmarshaler interface {
	UnmarshalXML(d *Decoder, start StartElement) error
}

type UnmarshalerAttr interface {
	UnmarshalXMLAttr(attr Attr) error
}

type UnsupportedTypeError struct {
	Type reflect.Type
}

func (*UnsupportedTypeError) Error() string

func CopyToken(t Token) Token
func Escape(w io.Writer, s []byte)
func EscapeText(w io.Writer, s []byte) error
func Marshal(v any) ([]byte, error)
func MarshalIndent(v any, prefix string, indent string) ([]byte, error)
func NewDecoder(r io.Reader) *Decoder
func NewEncoder(w io.Writer) *Encoder
func NewTokenDecoder(t TokenReader) *Decoder
func Unmarshal(data []byte, v any) error
