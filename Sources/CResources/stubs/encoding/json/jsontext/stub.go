// Stub of encoding/json/jsontext: all that it exports, without bodies.

package jsontext

import (
	"encoding/json/internal"
	"encoding/json/internal/jsonopts"
	"encoding/json/internal/jsonwire"
	"io"
	"iter"
)

const (
	KindBeginArray  Kind = 91
	KindBeginObject Kind = 123
	KindEndArray    Kind = 93
	KindEndObject   Kind = 125
	KindFalse       Kind = 102
	KindInvalid     Kind = 0
	KindNull        Kind = 110
	KindNumber      Kind = 48
	KindString      Kind = 34
	KindTrue        Kind = 116
)

var (
	BeginArray       Token
	BeginObject      Token
	EndArray         Token
	EndObject        Token
	ErrDuplicateName error
	ErrNonStringName error
	False            Token
	Internal         exporter
	Null             Token
	True             Token
)

type Decoder struct {
	_ []byte
}

func (*Decoder) InputOffset() int64
func (*Decoder) Options() Options
func (*Decoder) PeekKind() Kind
func (*Decoder) ReadToken() (Token, error)
func (*Decoder) ReadValue() (Value, error)
func (*Decoder) Reset(r io.Reader, opts ...Options)
func (*Decoder) SkipValue() error
func (*Decoder) StackDepth() int
func (*Decoder) StackIndex(i int) (Kind, int64)
func (*Decoder) StackPointer() Pointer
func (*Decoder) UnreadBuffer() []byte

type Encoder struct {
	_ []byte
}

func (*Encoder) AvailableBuffer() []byte
func (*Encoder) Options() Options
func (*Encoder) OutputOffset() int64
func (*Encoder) Reset(w io.Writer, opts ...Options)
func (*Encoder) StackDepth() int
func (*Encoder) StackIndex(i int) (Kind, int64)
func (*Encoder) StackPointer() Pointer
func (*Encoder) WriteToken(t Token) error
func (*Encoder) WriteValue(v Value) error

type Kind byte

func (Kind) String() string

type Options = jsonopts.Options

type Pointer string

func (Pointer) AppendToken(tok string) Pointer
func (Pointer) Contains(pc Pointer) bool
func (Pointer) IsValid() bool
func (Pointer) LastToken() string
func (Pointer) Parent() Pointer
func (Pointer) Tokens() iter.Seq[string]

type SyntacticError struct {
	ByteOffset  int64
	JSONPointer Pointer
	Err         error
	_           [0]func()
}

func (*SyntacticError) Error() string
func (*SyntacticError) Unwrap() error

type Token struct {
	_ []byte
}

func (Token) Bool() bool
func (Token) Clone() Token
func (Token) Float() (float64, error)
func (Token) Float32() (float32, error)
func (Token) Int() (int64, error)
func (Token) Kind() Kind
func (Token) String() string
func (Token) Uint() (uint64, error)

type Value []byte

func (*Value) Canonicalize(opts ...Options) error
func (Value) Clone() Value
func (*Value) Compact(opts ...Options) error
func (*Value) Format(opts ...Options) error
func (*Value) Indent(opts ...Options) error
func (Value) IsValid(opts ...Options) bool
func (Value) Kind() Kind
func (Value) MarshalJSON() ([]byte, error)
func (Value) String() string
func (*Value) UnmarshalJSON(b []byte) error

type decodeBuffer struct {
	_ []byte
}

func (*decodeBuffer) PreviousTokenOrValue() []byte

type decoderState struct {
	state
	decodeBuffer
	jsonopts.Struct
	StringCache *[256]string
}

func (*decoderState) AppendStackPointer(b []byte, where int) []byte
func (*decoderState) AtEOF() bool
func (*decoderState) CheckEOF() error
func (*decoderState) CheckNextValue(last bool) error
func (*decoderState) CountNextDelimWhitespace() int
func (*decoderState) PeekKind() Kind
func (*decoderState) ReadToken() (Token, error)
func (*decoderState) ReadValue(flags *jsonwire.ValueFlags) (Value, error)
func (*decoderState) SkipUntil(depth int, length int64) error
func (*decoderState) SkipValue() error
func (*decoderState) SkipValueRemainder() error

type encodeBuffer struct {
	Buf []byte
	_   []byte
}

type encoderState struct {
	state
	encodeBuffer
	jsonopts.Struct
	SeenPointers map[any]struct{}
}

func (*encoderState) AppendIndent(b []byte, n int) []byte
func (*encoderState) AppendRaw(k Kind, safeASCII bool, appendFn func([]byte) ([]byte, error)) error
func (*encoderState) AppendStackPointer(b []byte, where int) []byte
func (*encoderState) CountNextDelimWhitespace() (n int)
func (*encoderState) Flush() error
func (*encoderState) NeedFlush() bool
func (*encoderState) UnwriteEmptyObjectMember(prevName *string) bool
func (*encoderState) UnwriteOnlyObjectMemberName() string
func (*encoderState) WriteToken(t Token) error
func (*encoderState) WriteValue(v Value) error

type export struct{}

func (export) Decoder(d *Decoder) *decoderState
func (export) Encoder(e *Encoder) *encoderState
func (export) GetBufferedDecoder(b []byte, o ...Options) *Decoder
func (export) GetBufferedEncoder(o ...Options) *Encoder
func (export) GetStreamingDecoder(r io.Reader, o ...Options) *Decoder
func (export) GetStreamingEncoder(w io.Writer, o ...Options) *Encoder
func (export) IsIOError(err error) bool
func (export) PutBufferedDecoder(d *Decoder)
func (export) PutBufferedEncoder(e *Encoder)
func (export) PutStreamingDecoder(d *Decoder)
func (export) PutStreamingEncoder(e *Encoder)

type exporter struct{}

func (exporter) Export(p *internal.NotForPublicUse) export

type objectNameStack struct {
	_ []byte
}

func (*objectNameStack) ReplaceLastQuotedOffset(i int)

type objectNamespace struct {
	_ []byte
}

func (*objectNamespace) InsertUnquoted(name []byte) bool

type objectNamespaceStack []objectNamespace

func (objectNamespaceStack) Last() *objectNamespace

type state struct {
	Tokens     stateMachine
	Names      objectNameStack
	Namespaces objectNamespaceStack
}

type stateEntry uint64

func (*stateEntry) DisableNamespace()
func (*stateEntry) Increment()
func (stateEntry) Length() int64
func (stateEntry) NeedObjectName() bool

type stateMachine struct {
	Stack []stateEntry
	Last  stateEntry
}

func (stateMachine) Depth() int
func (stateMachine) DepthLength() (int, int64)
func (*stateMachine) InvalidateDisabledNamespaces()
func (stateMachine) MayAppendDelim(b []byte, next Kind) []byte
func (stateMachine) NeedIndent(next Kind) (n int)

func AllowDuplicateNames(v bool) Options
func AllowInvalidUTF8(v bool) Options
func AppendFloat(dst []byte, src float64, bits int) []byte
func AppendFormat[Bytes ~[]byte | ~string](dst []byte, src Bytes, opts ...Options) ([]byte, error)
func AppendQuote[Bytes ~[]byte | ~string](dst []byte, src Bytes) ([]byte, error)
func AppendUnquote[Bytes ~[]byte | ~string](dst []byte, src Bytes) ([]byte, error)
func Bool(b bool) Token
func CanonicalizeRawFloats(v bool) Options
func CanonicalizeRawInts(v bool) Options
func EscapeForHTML(v bool) Options
func EscapeForJS(v bool) Options
func Float(n float64) Token
func Float32(n float32) Token
func Int(n int64) Token
func Multiline(v bool) Options
func NewDecoder(r io.Reader, opts ...Options) *Decoder
func NewEncoder(w io.Writer, opts ...Options) *Encoder
func PreserveRawStrings(v bool) Options
func ReorderRawObjects(v bool) Options
func SpaceAfterColon(v bool) Options
func SpaceAfterComma(v bool) Options
func String(s string) Token
func Uint(n uint64) Token
func WithIndent(indent string) Options
func WithIndentPrefix(prefix string) Options
