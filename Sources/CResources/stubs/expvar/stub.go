// Stub of expvar: all that it exports, without bodies.

package expvar

import (
	"net/http"
)

type Float struct {
	_ byte
}

func (*Float) Add(delta float64)
func (*Float) Set(value float64)
func (*Float) String() string
func (*Float) Value() float64

type Func func() any

func (Func) String() string
func (Func) Value() any

type Int struct {
	_ byte
}

func (*Int) Add(delta int64)
func (*Int) Set(value int64)
func (*Int) String() string
func (*Int) Value() int64

type KeyValue struct {
	Key   string
	Value Var
}

type Map struct {
	_ []byte
}

func (*Map) Add(key string, delta int64)
func (*Map) AddFloat(key string, delta float64)
func (*Map) Delete(key string)
func (*Map) Do(f func(KeyValue))
func (*Map) Get(key string) Var
func (*Map) Init() *Map
func (*Map) Set(key string, av Var)
func (*Map) String() string

type String struct {
	_ *byte
}

func (*String) Set(value string)
func (*String) String() string
func (*String) Value() string

type Var interface {
	String() string
}

func Do(f func(KeyValue))
func Get(name string) Var
func Handler() http.Handler
func NewFloat(name string) *Float
func NewInt(name string) *Int
func NewMap(name string) *Map
func NewString(name string) *String
func Publish(name string, v Var)
