// Stub of runtime/metrics: all that it exports, without bodies.

package metrics

const (
	KindBad              ValueKind = 0
	KindFloat64          ValueKind = 2
	KindFloat64Histogram ValueKind = 3
	KindUint64           ValueKind = 1
)

type Description struct {
	Name        string
	Description string
	Kind        ValueKind
	Cumulative  bool
}

type Float64Histogram struct {
	Counts  []uint64
	Buckets []float64
}

type Sample struct {
	Name  string
	Value Value
}

type Value struct {
	_ *byte
}

func (Value) Float64() float64
func (Value) Float64Histogram() *Float64Histogram
func (Value) Kind() ValueKind
func (Value) Uint64() uint64

type ValueKind int

func All() []Description
func Read(m []Sample)
