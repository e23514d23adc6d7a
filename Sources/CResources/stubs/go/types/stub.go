// Stub of go/types: all that it exports, without bodies.

package types

import (
	"bytes"
	"go/ast"
	"go/constant"
	"go/token"
	"hash/maphash"
	"io"
	"iter"
)

const (
	Bool           BasicKind     = 1
	Byte           BasicKind     = 8
	Complex128     BasicKind     = 16
	Complex64      BasicKind     = 15
	FieldVal       SelectionKind = 0
	FieldVar       VarKind       = 6
	Float32        BasicKind     = 13
	Float64        BasicKind     = 14
	Int            BasicKind     = 2
	Int16          BasicKind     = 4
	Int32          BasicKind     = 5
	Int64          BasicKind     = 6
	Int8           BasicKind     = 3
	Invalid        BasicKind     = 0
	IsBoolean      BasicInfo     = 1
	IsComplex      BasicInfo     = 16
	IsConstType    BasicInfo     = 59
	IsFloat        BasicInfo     = 8
	IsInteger      BasicInfo     = 2
	IsNumeric      BasicInfo     = 26
	IsOrdered      BasicInfo     = 42
	IsString       BasicInfo     = 32
	IsUnsigned     BasicInfo     = 4
	IsUntyped      BasicInfo     = 64
	LocalVar       VarKind       = 2
	MethodExpr     SelectionKind = 2
	MethodVal      SelectionKind = 1
	PackageVar     VarKind       = 1
	ParamVar       VarKind       = 4
	RecvOnly       ChanDir       = 2
	RecvVar        VarKind       = 3
	ResultVar      VarKind       = 5
	Rune           BasicKind     = 5
	SendOnly       ChanDir       = 1
	SendRecv       ChanDir       = 0
	String         BasicKind     = 17
	Uint           BasicKind     = 7
	Uint16         BasicKind     = 9
	Uint32         BasicKind     = 10
	Uint64         BasicKind     = 11
	Uint8          BasicKind     = 8
	Uintptr        BasicKind     = 12
	UnsafePointer  BasicKind     = 18
	UntypedBool    BasicKind     = 19
	UntypedComplex BasicKind     = 23
	UntypedFloat   BasicKind     = 22
	UntypedInt     BasicKind     = 20
	UntypedNil     BasicKind     = 25
	UntypedRune    BasicKind     = 21
	UntypedString  BasicKind     = 24
)

var (
	Typ      []*Basic
	Universe *Scope
	Unsafe   *Package
)

type Alias struct {
	_ *byte
}

func (*Alias) Obj() *TypeName
func (*Alias) Origin() *Alias
func (*Alias) Rhs() Type
func (*Alias) SetTypeParams(tparams []*TypeParam)
func (*Alias) String() string
func (*Alias) TypeArgs() *TypeList
func (*Alias) TypeParams() *TypeParamList
func (*Alias) Underlying() Type

type ArgumentError struct {
	Index int
	Err   error
}

func (*ArgumentError) Error() string
func (*ArgumentError) Unwrap() error

type Array struct {
	_ *byte
}

func (*Array) Elem() Type
func (*Array) Len() int64
func (*Array) String() string
func (*Array) Underlying() Type

type Basic struct {
	_ byte
}

func (*Basic) Info() BasicInfo
func (*Basic) Kind() BasicKind
func (*Basic) Name() string
func (*Basic) String() string
func (*Basic) Underlying() Type

type BasicInfo int

type BasicKind int

type Builtin struct {
	object
	_ byte
}

func (*Builtin) String() string

type Chan struct {
	_ *byte
}

func (*Chan) Dir() ChanDir
func (*Chan) Elem() Type
func (*Chan) String() string
func (*Chan) Underlying() Type

type ChanDir int

type Checker struct {
	*Info
	_ []byte
}

func (*Checker) Files(files []*ast.File) (err error)

type Config struct {
	Context                  *Context
	GoVersion                string
	IgnoreFuncBodies         bool
	FakeImportC              bool
	Error                    func(err error)
	Importer                 Importer
	Sizes                    Sizes
	DisableUnusedImportCheck bool
	_                        byte
}

func (*Config) Check(path string, fset *token.FileSet, files []*ast.File, info *Info) (*Package, error)

type Const struct {
	object
	_ *byte
}

func (*Const) String() string
func (*Const) Val() constant.Value

type Context struct {
	_ []byte
}

type Error struct {
	Fset *token.FileSet
	Pos  token.Pos
	Msg  string
	Soft bool
	_    byte
}

func (Error) Error() string

type Func struct {
	object
	_ *byte
}

func (*Func) FullName() string
func (*Func) Origin() *Func
func (*Func) Pkg() *Package
func (*Func) Scope() *Scope
func (*Func) Signature() *Signature
func (*Func) String() string

type Hasher struct{}

func (Hasher) Equal(x Type, y Type) bool
func (Hasher) Hash(h *maphash.Hash, t Type)

type HasherIgnoreTags struct{}

func (HasherIgnoreTags) Equal(x Type, y Type) bool
func (HasherIgnoreTags) Hash(h *maphash.Hash, t Type)

type ImportMode int

type Importer interface {
	Import(path string) (*Package, error)
}

type ImporterFrom interface {
	Importer
	ImportFrom(path string, dir string, mode ImportMode) (*Package, error)
}

type Info struct {
	Types        map[ast.Expr]TypeAndValue
	Instances    map[*ast.Ident]Instance
	Defs         map[*ast.Ident]Object
	Uses         map[*ast.Ident]Object
	Implicits    map[ast.Node]Object
	Selections   map[*ast.SelectorExpr]*Selection
	Scopes       map[ast.Node]*Scope
	InitOrder    []*Initializer
	FileVersions map[*ast.File]string
}

func (*Info) ObjectOf(id *ast.Ident) Object
func (*Info) PkgNameOf(imp *ast.ImportSpec) *PkgName
func (*Info) TypeOf(e ast.Expr) Type

type Initializer struct {
	Lhs []*Var
	Rhs ast.Expr
}

func (*Initializer) String() string

type Instance struct {
	TypeArgs *TypeList
	Type     Type
}

func (Instance) String() string

type Interface struct {
	_ []byte
}

func (*Interface) Complete() *Interface
func (*Interface) Embedded(i int) *Named
func (*Interface) EmbeddedType(i int) Type
func (*Interface) EmbeddedTypes() iter.Seq[Type]
func (*Interface) Empty() bool
func (*Interface) ExplicitMethod(i int) *Func
func (*Interface) ExplicitMethods() iter.Seq[*Func]
func (*Interface) IsComparable() bool
func (*Interface) IsImplicit() bool
func (*Interface) IsMethodSet() bool
func (*Interface) MarkImplicit()
func (*Interface) Method(i int) *Func
func (*Interface) Methods() iter.Seq[*Func]
func (*Interface) NumEmbeddeds() int
func (*Interface) NumExplicitMethods() int
func (*Interface) NumMethods() int
func (*Interface) String() string
func (*Interface) Underlying() Type

type Label struct {
	object
	_ byte
}

func (*Label) String() string

type Map struct {
	_ *byte
}

func (*Map) Elem() Type
func (*Map) Key() Type
func (*Map) String() string
func (*Map) Underlying() Type

type MethodSet struct {
	_ []byte
}

func (*MethodSet) At(i int) *Selection
func (*MethodSet) Len() int
func (*MethodSet) Lookup(pkg *Package, name string) *Selection
func (*MethodSet) Methods() iter.Seq[*Selection]
func (*MethodSet) String() string

type Named struct {
	_ []byte
}

func (*Named) AddMethod(m *Func)
func (*Named) Method(i int) *Func
func (*Named) Methods() iter.Seq[*Func]
func (*Named) NumMethods() int
func (*Named) Obj() *TypeName
func (*Named) Origin() *Named
func (*Named) SetTypeParams(tparams []*TypeParam)
func (*Named) SetUnderlying(u Type)
func (*Named) String() string
func (*Named) TypeArgs() *TypeList
func (*Named) TypeParams() *TypeParamList
func (*Named) Underlying() Type

type Nil struct {
	object
}

func (*Nil) String() string

type Object interface {
	Exported() bool
	Id() string
	Name() string
	Parent() *Scope
	Pkg() *Package
	Pos() token.Pos
	String() string
	Type() Type
	order() uint32
	sameId(pkg *Package, name string, foldCase bool) bool
	scopePos() token.Pos
	setOrder(uint32)
	setParent(*Scope)
	setScopePos(pos token.Pos)
	setType(Type)
}

type Package struct {
	_ []byte
}

func (*Package) Complete() bool
func (*Package) GoVersion() string
func (*Package) Imports() []*Package
func (*Package) MarkComplete()
func (*Package) Name() string
func (*Package) Path() string
func (*Package) Scope() *Scope
func (*Package) SetImports(list []*Package)
func (*Package) SetName(name string)
func (*Package) String() string

type PkgName struct {
	object
	_ *byte
}

func (*PkgName) Imported() *Package
func (*PkgName) String() string

type Pointer struct {
	_ *byte
}

func (*Pointer) Elem() Type
func (*Pointer) String() string
func (*Pointer) Underlying() Type

type Qualifier func(*Package) string

type Scope struct {
	_ []byte
}

func (*Scope) Child(i int) *Scope
func (*Scope) Children() iter.Seq[*Scope]
func (*Scope) Contains(pos token.Pos) bool
func (*Scope) End() token.Pos
func (*Scope) Innermost(pos token.Pos) *Scope
func (*Scope) Insert(obj Object) Object
func (*Scope) Len() int
func (*Scope) Lookup(name string) Object
func (*Scope) LookupParent(name string, pos token.Pos) (*Scope, Object)
func (*Scope) Names() []string
func (*Scope) NumChildren() int
func (*Scope) Parent() *Scope
func (*Scope) Pos() token.Pos
func (*Scope) String() string
func (*Scope) WriteTo(w io.Writer, n int, recurse bool)

type Selection struct {
	_ []byte
}

func (*Selection) Index() []int
func (*Selection) Indirect() bool
func (*Selection) Kind() SelectionKind
func (*Selection) Obj() Object
func (*Selection) Recv() Type
func (*Selection) String() string
func (*Selection) Type() Type

type SelectionKind int

type Signature struct {
	_ *byte
}

func (*Signature) Params() *Tuple
func (*Signature) Recv() *Var
func (*Signature) RecvTypeParams() *TypeParamList
func (*Signature) Results() *Tuple
func (*Signature) String() string
func (*Signature) TypeParams() *TypeParamList
func (*Signature) Underlying() Type
func (*Signature) Variadic() bool

type Sizes interface {
	Alignof(T Type) int64
	Offsetsof(fields []*Var) []int64
	Sizeof(T Type) int64
}

type Slice struct {
	_ *byte
}

func (*Slice) Elem() Type
func (*Slice) String() string
func (*Slice) Underlying() Type

type StdSizes struct {
	WordSize int64
	MaxAlign int64
}

func (*StdSizes) Alignof(T Type) (result int64)
func (*StdSizes) Offsetsof(fields []*Var) []int64
func (*StdSizes) Sizeof(T Type) int64

type Struct struct {
	_ []byte
}

func (*Struct) Field(i int) *Var
func (*Struct) Fields() iter.Seq[*Var]
func (*Struct) NumFields() int
func (*Struct) String() string
func (*Struct) Tag(i int) string
func (*Struct) Underlying() Type

type Term struct {
	_ *byte
}

func (*Term) String() string
func (*Term) Tilde() bool
func (*Term) Type() Type

type Tuple struct {
	_ []byte
}

func (*Tuple) At(i int) *Var
func (*Tuple) Len() int
func (*Tuple) String() string
func (*Tuple) Underlying() Type
func (*Tuple) Variables() iter.Seq[*Var]

type Type interface {
	String() string
	Underlying() Type
}

type TypeAndValue struct {
	Type  Type
	Value constant.Value
	_     byte
}

func (TypeAndValue) Addressable() bool
func (TypeAndValue) Assignable() bool
func (TypeAndValue) HasOk() bool
func (TypeAndValue) IsBuiltin() bool
func (TypeAndValue) IsNil() bool
func (TypeAndValue) IsType() bool
func (TypeAndValue) IsValue() bool
func (TypeAndValue) IsVoid() bool

type TypeList struct {
	_ []byte
}

func (*TypeList) At(i int) Type
func (*TypeList) Len() int
func (*TypeList) String() string
func (*TypeList) Types() iter.Seq[Type]

type TypeName struct {
	object
}

func (*TypeName) IsAlias() bool
func (*TypeName) String() string

type TypeParam struct {
	_ *byte
}

func (*TypeParam) Constraint() Type
func (*TypeParam) Index() int
func (*TypeParam) Obj() *TypeName
func (*TypeParam) SetConstraint(bound Type)
func (*TypeParam) String() string
func (*TypeParam) Underlying() Type

type TypeParamList struct {
	_ []byte
}

func (*TypeParamList) At(i int) *TypeParam
func (*TypeParamList) Len() int
func (*TypeParamList) String() string
func (*TypeParamList) TypeParams() iter.Seq[*TypeParam]

type Union struct {
	_ []byte
}

func (*Union) Len() int
func (*Union) String() string
func (*Union) Term(i int) *Term
func (*Union) Terms() iter.Seq[*Term]
func (*Union) Underlying() Type

type Var struct {
	object
	_ *byte
}

func (*Var) Anonymous() bool
func (*Var) Embedded() bool
func (*Var) IsField() bool
func (*Var) Kind() VarKind
func (*Var) Origin() *Var
func (*Var) SetKind(kind VarKind)
func (*Var) String() string

type VarKind uint8

func (VarKind) String() string

type object struct {
	_ *byte
}

func (*object) Exported() bool
func (*object) Id() string
func (*object) Name() string
func (*object) Parent() *Scope
func (*object) Pkg() *Package
func (*object) Pos() token.Pos
func (*object) String() string
func (*object) Type() Type
func (*object) order() uint32
func (*object) sameId(pkg *Package, name string, foldCase bool) bool
func (*object) scopePos() token.Pos
func (*object) setOrder(order uint32)
func (*object) setParent(parent *Scope)
func (*object) setScopePos(pos token.Pos)
func (*object) setType(typ Type)

func AssertableTo(V *Interface, T Type) bool
func AssignableTo(V Type, T Type) bool
func CheckExpr(fset *token.FileSet, pkg *Package, pos token.Pos, expr ast.Expr, info *Info) (err error)
func Comparable(T Type) bool
func ConvertibleTo(V Type, T Type) bool
func DefPredeclaredTestFuncs()
func Default(t Type) Type
func Eval(fset *token.FileSet, pkg *Package, pos token.Pos, expr string) (_ TypeAndValue, err error)
func ExprString(x ast.Expr) string
func Id(pkg *Package, name string) string
func Identical(x Type, y Type) bool
func IdenticalIgnoreTags(x Type, y Type) bool
func Implements(V Type, T *Interface) bool
func Instantiate(ctxt *Context, orig Type, targs []Type, validate bool) (Type, error)
func IsInterface(t Type) bool
func LookupFieldOrMethod(T Type, addressable bool, pkg *Package, name string) (obj Object, index []int, indirect bool)
func LookupSelection(T Type, addressable bool, pkg *Package, name string) (Selection, bool)
func MissingMethod(V Type, T *Interface, static bool) (method *Func, wrongType bool)
func NewAlias(obj *TypeName, rhs Type) *Alias
func NewArray(elem Type, len int64) *Array
func NewChan(dir ChanDir, elem Type) *Chan
func NewChecker(conf *Config, fset *token.FileSet, pkg *Package, info *Info) *Checker
func NewConst(pos token.Pos, pkg *Package, name string, typ Type, val constant.Value) *Const
func NewContext() *Context
func NewField(pos token.Pos, pkg *Package, name string, typ Type, embedded bool) *Var
func NewFunc(pos token.Pos, pkg *Package, name string, sig *Signature) *Func
func NewInterface(methods []*Func, embeddeds []*Named) *Interface
func NewInterfaceType(methods []*Func, embeddeds []Type) *Interface
func NewLabel(pos token.Pos, pkg *Package, name string) *Label
func NewMap(key Type, elem Type) *Map
func NewMethodSet(T Type) *MethodSet
func NewNamed(obj *TypeName, underlying Type, methods []*Func) *Named
func NewPackage(path string, name string) *Package
func NewParam(pos token.Pos, pkg *Package, name string, typ Type) *Var
func NewPkgName(pos token.Pos, pkg *Package, name string, imported *Package) *PkgName
func NewPointer(elem Type) *Pointer
func NewScope(parent *Scope, pos token.Pos, end token.Pos, comment string) *Scope
func NewSignature(recv *Var, params *Tuple, results *Tuple, variadic bool) *Signature
func NewSignatureType(recv *Var, recvTypeParams []*TypeParam, typeParams []*TypeParam, params *Tuple, results *Tuple, variadic bool) *Signature
func NewSlice(elem Type) *Slice
func NewStruct(fields []*Var, tags []string) *Struct
func NewTerm(tilde bool, typ Type) *Term
func NewTuple(x ...*Var) *Tuple
func NewTypeName(pos token.Pos, pkg *Package, name string, typ Type) *TypeName
func NewTypeParam(obj *TypeName, constraint Type) *TypeParam
func NewUnion(terms []*Term) *Union
func NewVar(pos token.Pos, pkg *Package, name string, typ Type) *Var
func ObjectString(obj Object, qf Qualifier) string
func RelativeTo(pkg *Package) Qualifier
func Satisfies(V Type, T *Interface) bool
func SelectionString(s *Selection, qf Qualifier) string
func SizesFor(compiler string, arch string) Sizes
func TypeString(typ Type, qf Qualifier) string
func Unalias(t Type) Type
func WriteExpr(buf *bytes.Buffer, x ast.Expr)
func WriteSignature(buf *bytes.Buffer, sig *Signature, qf Qualifier)
func WriteType(buf *bytes.Buffer, typ Type, qf Qualifier)
