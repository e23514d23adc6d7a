// Stub of testing/quick: all that it exports, without bodies.

package quick

import (
	"math/rand"
	"reflect"
)

type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (*CheckEqualError) Error() string

type CheckError struct {
	Count int
	In    []any
}

func (*CheckError) Error() string

type Config struct {
	MaxCount      int
	MaxCountScale float64
	Rand          *rand.Rand
	Values        func([]reflect.Value, *rand.Rand)
}

type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

type SetupError string

func (SetupError) Error() string

func Check(f any, config *Config) error
func CheckEqual(f any, g any, config *Config) error
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool)
