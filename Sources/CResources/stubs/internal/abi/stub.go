// Stub of internal/abi: what other stubs mention of it, without bodies.

package abi

import (
	"unsafe"
)

const (
	Array               Kind    = 17
	Bool                Kind    = 1
	BothDir             ChanDir = 3
	Chan                Kind    = 18
	Complex128          Kind    = 16
	Complex64           Kind    = 15
	Float32             Kind    = 13
	Float64             Kind    = 14
	Func                Kind    = 19
	Int                 Kind    = 2
	Int16               Kind    = 4
	Int32               Kind    = 5
	Int64               Kind    = 6
	Int8                Kind    = 3
	Interface           Kind    = 20
	Invalid             Kind    = 0
	InvalidDir          ChanDir = 0
	KindDirectIface     Kind    = 32
	Map                 Kind    = 21
	Pointer             Kind    = 22
	RecvDir             ChanDir = 1
	SendDir             ChanDir = 2
	Slice               Kind    = 23
	String              Kind    = 24
	Struct              Kind    = 25
	TFlagDirectIface    TFlag   = 32
	TFlagExtraStar      TFlag   = 2
	TFlagGCMaskOnDemand TFlag   = 16
	TFlagNamed          TFlag   = 4
	TFlagRegularMemory  TFlag   = 8
	TFlagUncommon       TFlag   = 1
	Uint                Kind    = 7
	Uint16              Kind    = 9
	Uint32              Kind    = 10
	Uint64              Kind    = 11
	Uint8               Kind    = 8
	Uintptr             Kind    = 12
	UnsafePointer       Kind    = 26
)

type ArrayType struct {
	Type
	Elem  *Type
	Slice *Type
	Len   uintptr
}

type ChanDir int

type ChanType struct {
	Type
	Elem *Type
	Dir  ChanDir
}

type FuncType struct {
	Type
	InCount  uint16
	OutCount uint16
}

func (*FuncType) In(i int) *Type
func (*FuncType) InSlice() []*Type
func (*FuncType) IsVariadic() bool
func (*FuncType) NumIn() int
func (*FuncType) NumOut() int
func (*FuncType) Out(i int) *Type
func (*FuncType) OutSlice() []*Type

type Imethod struct {
	Name NameOff
	Typ  TypeOff
}

type InterfaceType struct {
	Type
	PkgPath Name
	Methods []Imethod
}

func (*InterfaceType) NumMethod() int

type Kind uint8

func (Kind) String() string

type MapType struct {
	Type
	Key        *Type
	Elem       *Type
	Group      *Type
	Hasher     func(unsafe.Pointer, uintptr) uintptr
	GroupSize  uintptr
	KeysOff    uintptr
	KeyStride  uintptr
	ElemsOff   uintptr
	ElemStride uintptr
	ElemOff    uintptr
	Flags      uint32
}

func (*MapType) HashMightPanic() bool
func (*MapType) IndirectElem() bool
func (*MapType) IndirectKey() bool
func (*MapType) NeedKeyUpdate() bool

type Method struct {
	Name NameOff
	Mtyp TypeOff
	Ifn  TextOff
	Tfn  TextOff
}

type Name struct {
	Bytes *byte
}

func (Name) Data(off int) *byte
func (Name) DataChecked(off int, whySafe string) *byte
func (Name) HasTag() bool
func (Name) IsBlank() bool
func (Name) IsEmbedded() bool
func (Name) IsExported() bool
func (Name) Name() string
func (Name) ReadVarint(off int) (int, int)
func (Name) Tag() string

type NameOff int32

type PtrType struct {
	Type
	Elem *Type
}

type SliceType struct {
	Type
	Elem *Type
}

type StructField struct {
	Name   Name
	Typ    *Type
	Offset uintptr
}

func (*StructField) Embedded() bool

type StructType struct {
	Type
	PkgPath Name
	Fields  []StructField
}

type TFlag uint8

type TextOff int32

type Type struct {
	Size_       uintptr
	PtrBytes    uintptr
	Hash        uint32
	TFlag       TFlag
	Align_      uint8
	FieldAlign_ uint8
	Kind_       Kind
	Equal       func(unsafe.Pointer, unsafe.Pointer) bool
	GCData      *byte
	Str         NameOff
	PtrToThis   TypeOff
}

func (*Type) Align() int
func (*Type) ArrayType() *ArrayType
func (*Type) ChanDir() ChanDir
func (*Type) ChanType() *ChanType
func (*Type) Common() *Type
func (*Type) DescriptorSize() int
func (*Type) Elem() *Type
func (*Type) ExportedMethods() []Method
func (*Type) FieldAlign() int
func (*Type) FuncType() *FuncType
func (*Type) GcSlice(begin uintptr, end uintptr) []byte
func (*Type) HasName() bool
func (*Type) InterfaceType() *InterfaceType
func (*Type) IsDirectIface() bool
func (*Type) Key() *Type
func (*Type) Kind() Kind
func (*Type) Len() int
func (*Type) MapType() *MapType
func (*Type) NumMethod() int
func (*Type) PointerType() *PtrType
func (*Type) Pointers() bool
func (*Type) Size() uintptr
func (*Type) SliceType() *SliceType
func (*Type) StructType() *StructType
func (*Type) Uncommon() *UncommonType

type TypeOff int32

type UncommonType struct {
	PkgPath NameOff
	Mcount  uint16
	Xcount  uint16
	Moff    uint32
	_       byte
}

func (*UncommonType) ExportedMethods() []Method
func (*UncommonType) Methods() []Method
