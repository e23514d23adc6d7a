package liba

type T struct {
	X int
	y string
}
type A = T
type G[E any] struct{ V E }
type GA[E any] = G[[]E]
type I interface {
	M(A) (T, error)
	N()
}
type J interface {
	I
	M(T) (A, error)
	O() []G[int]
}

const (
	Size = iota + 3
	Big
	Str = "hello"
)

var V, W = New(), map[string]A{}

func New() *A                                                    { return nil }
func (t *T) Self() *T                                            { return t }
func (t T) M(A) (T, error)                                       { return t, nil }
func (g *G[E]) Set(e E) *G[E]                                    { return g }
func Map[K comparable, V, W any](m map[K]V, f func(V) W) map[K]W { return nil }

type Fn func(int) (x string, err error)

func (f Fn) Call(i int) string { s, _ := f(i); return s }

type Option func(*opts)
type opts struct{ n int }

func WithN(n int) Option { return func(o *opts) { o.n = n } }

type Embed struct {
	*T
	G[string]
	I2
}
type I2 = interface{ Two() (int, int) }

func (t T) M2() []byte { return nil }
