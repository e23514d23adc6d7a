// Stub of encoding/gob: all that it exports, without bodies.

package gob

import (
	"io"
	"reflect"
)

type CommonType struct {
	Name string
	Id   typeId
}

type Decoder struct {
	_ []byte
}

func (*Decoder) Decode(e any) error
func (*Decoder) DecodeValue(v reflect.Value) error

type Encoder struct {
	_ []byte
}

func (*Encoder) Encode(e any) error
func (*Encoder) EncodeValue(value reflect.Value) error

type GobDecoder interface {
	GobDecode([]byte) error
}

type GobEncoder interface {
	GobEncode() ([]byte, error)
}

type typeId int32

func NewDecoder(r io.Reader) *Decoder
func NewEncoder(w io.Writer) *Encoder
func Register(value any)
func RegisterName(name string, value any)
